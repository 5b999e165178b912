import type { ConfidenceModel } from './confidence.ts';

/**
 * For similarities by the token vectors of bge-small-en-v1.5. Fitted on development data only, which
 * `npm run eval -- abstention --data DIR` fits anew and prints with the curve: 228 pairs of a question and a paper (gold/abstention) and
 * 205 questions on the demo's papers. The threshold is the lowest of those whose F1 of refusing is about the same (0.82 on
 * the pairs, 0.87 on the demo), since most questions that are asked of papers can be answered from them: of these it
 * refuses 7 in 100.
 */
const byMeaning: ConfidenceModel = {
  isByWords: false,
  floor: 0.5,
  ceiling: 0.85,
  weights: {
    similarity: 12.3,
    coverage: 1.2,
    together: 1,
    alone: 1.3,
    unknown: -0.95,
    strangeName: -1.1,
    noValue: -4.9,
  },
  bias: -10.1,
  threshold: 0.4,
};

/**
 * Without an embedder; the similarity is then itself made of words. Fitted on the same data. At the threshold F1 is 0.82 on the pairs
 * and 0.76 on the demo, and 7 and 12 in 100 of the questions with an answer are refused. On the pairs `coverage` by itself
 * ranks as well as all features together.
 */
const byWords: ConfidenceModel = {
  isByWords: true,
  floor: 0,
  ceiling: 1,
  weights: {
    similarity: 0.7,
    coverage: 3,
    together: 2,
    alone: 1.4,
    unknown: -0.3,
    strangeName: -1.2,
    noValue: -4.3,
  },
  bias: -3.2,
  threshold: 0.35,
};

/** The model for the method that scored the evidence. */
export function confidenceModel(method: string): ConfidenceModel {
  return method === 'words' || method === 'none' ? byWords : byMeaning;
}

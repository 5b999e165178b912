import { type Embedder, type RunOptions, InferenceError } from '@askg/inference';
import { maxSimScorer } from '../late-interaction/max-sim.ts';
import type { PassageIndex } from '../passage-index.ts';
import type { TextScores } from './retrieval.ts';

/** By the embedder, late interaction where it gives token vectors; undefined when it fails. */
export async function scoreByMeaning(
  embedder: Embedder,
  question: string,
  texts: readonly string[],
  options: RunOptions,
): Promise<TextScores | undefined> {
  try {
    return await scoreByTokens(embedder, question, texts, options);
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    if (error.code !== 'inference/no-token-vectors') return undefined;
  }
  try {
    const [query] = await embedder.embed('query', [question], options);
    const vectors = await embedder.embed('passage', texts, options);
    return { scores: vectors.map((vector) => dot(query ?? new Float32Array(), vector)), method: 'dense' };
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    return undefined;
  }
}

async function scoreByTokens(
  embedder: Embedder,
  question: string,
  texts: readonly string[],
  options: RunOptions,
): Promise<TextScores> {
  const [query] = await embedder.embedTokens('query', [question], options);
  const documents = await embedder.embedTokens('passage', texts, options);
  const score = query && maxSimScorer(query.tokens);
  return { scores: documents.map(({ tokens }) => score?.(tokens) ?? -1), method: 'maxsim' };
}

/**
 * The share of the question's terms that a text holds, 0 to 1, each weighed by its rarity among the texts:
 * `ln(1 + (N - n + 0.5) / (n + 0.5))`, the weight that BM25 gives a term in n of N texts.
 */
export async function scoreByWords(
  index: PassageIndex,
  question: string,
  texts: readonly string[],
): Promise<TextScores> {
  const [asked = [], ...found] = (await index.terms([question, ...texts])).map((terms) => new Set(terms));
  const weights = new Map(
    [...asked].map((term) => {
      const holding = found.filter((terms) => terms.has(term)).length;
      return [term, Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5))];
    }),
  );
  const sum = (terms: Iterable<string>) => [...terms].reduce((total, term) => total + (weights.get(term) ?? 0), 0);
  const whole = sum(weights.keys());
  return { scores: found.map((terms) => (whole > 0 ? sum(terms) / whole : 0)), method: 'words' };
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

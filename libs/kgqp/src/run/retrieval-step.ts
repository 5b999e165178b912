import type { Degraded, ModelUse } from '@askg/contract';
import type { PassageFilter, PassageIndex, RankedPassage, Retriever } from '@askg/retrieval';
import { contentWords } from '../evidence/words.ts';
import { type WordRarity, wordRarity } from '../evidence/word-rarity.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import { withDeadline } from './race.ts';
import { degradedBy, failureOf, type StepFailure } from './step-failure.ts';

/** Passages that are looked at for one question. */
const mostPassages = 16;

export type PassageOutcome = {
  passages: RankedPassage[];
  rarity: WordRarity;
  degraded: Degraded[];
  /** The models that took part. */
  models?: ModelUse[];
  timings: Record<string, number>;
  /** No passage of the years asked for was found, and these are of other years. */
  isOfOtherYears: boolean;
  /** Why the passages could not be searched. */
  failure?: StepFailure;
};

export function noPassages(): PassageOutcome {
  return { passages: [], rarity: new Map(), degraded: [], timings: {}, isOfOtherYears: false };
}

/** Finds passages for a question and how rare its words are. A failure is part of the outcome. */
export async function findPassages(
  parts: { retriever: Pick<Retriever, 'retrieve'>; passages: Pick<PassageIndex, 'searchWords'> },
  question: AnalysedQuestion,
  options: { signal: AbortSignal; deadlineMs: number; papers?: readonly string[] },
): Promise<PassageOutcome> {
  const { years } = question.constraints;
  const filter: PassageFilter = options.papers ? { papers: new Set(options.papers) } : {};
  const { deadlineMs } = options;
  try {
    return await withDeadline(
      async (signal) => {
        const retrieve = (within: PassageFilter) =>
          parts.retriever.retrieve(question.text, { limit: mostPassages, filter: within, signal, deadlineMs });
        const [retrieval, rarity] = await Promise.all([
          retrieve({ ...filter, ...(years ? { years } : {}) }),
          wordRarity(parts.passages, contentWords(question.text), { signal, ...filter }),
        ]);
        if (retrieval.passages.length > 0 || !years) return { ...retrieval, rarity, isOfOtherYears: false };
        return { ...(await retrieve(filter)), rarity, isOfOtherYears: true };
      },
      deadlineMs,
      options.signal,
    );
  } catch (error) {
    const degraded = degradedBy(error, { step: 'passages', wanted: 'passages', used: 'the graph only' });
    return { ...noPassages(), degraded: [degraded], failure: failureOf(error) };
  }
}

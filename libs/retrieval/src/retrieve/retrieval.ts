import type { Degraded, ModelUse } from '@askg/contract';
import type { Passage, PassageFilter } from '../passages/passage.ts';

/** What one method said of a passage: its place (from 1) among those it ranked, and its own score. */
export type MethodScore = { name: string; rank: number; score: number };

/** A passage in the final order; `score` is that of the method that ordered it, and falls with the rank. */
export type RankedPassage = Passage & { score: number; methods: MethodScore[] };

export type RetrieveOptions = {
  /** Number of passages to return. */
  limit: number;
  filter?: PassageFilter;
  signal?: AbortSignal;
  /** Milliseconds from the call: steps that would pass it are cut short or left out, and `degraded` says so. */
  deadlineMs?: number;
};

export type Retrieval = {
  passages: RankedPassage[];
  degraded: Degraded[];
  /** The models that took part, not those that could not. */
  models?: ModelUse[];
  /** Milliseconds by step: embed, words, vectors, fuse, rerank. */
  timings: Record<string, number>;
};

/** Scores of texts for a question, in their order; `method` says what made them. */
export type TextScores = { scores: number[]; method: string };

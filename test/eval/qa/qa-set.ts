import type { Document } from '@askg/contract';
import type { Figure } from '../main.ts';
import type { Method } from './methods.ts';
import type { Prediction } from './prediction.ts';

export type SetQuestion = {
  id: string;
  text: string;
  /** Ids of the papers to ask, as the set has them; all when absent. */
  papers?: readonly string[];
  /** Answers to choose from, where the question gives them. */
  options?: readonly string[];
};

/** A paper of plain text, with what stands for its abstract. */
export type SetPaper = { id: string; document: Document; opening: readonly string[] };

/** Nearness of texts to a question, in their order. */
export type NearnessTo = (question: string, texts: readonly string[]) => Promise<number[]>;

/** What a prediction is turned into where a set wants one of a few answers. */
export type Conclude = (
  question: SetQuestion,
  prediction: Prediction,
  parts: { nearness: NearnessTo; method: Method },
) => Promise<string> | string;

/** Papers, questions, and what the answers should have been. */
export type QaSet = {
  name: string;
  papers: readonly SetPaper[];
  questions: readonly SetQuestion[];
  conclude?: Conclude;
  /** Figures of answers that nothing was read for, such as one answer to all. */
  baselines?(): readonly Figure[];
  /** Opens the gold; called when all predictions are written. @returns a function that scores one method's predictions */
  gold(): (predictions: readonly Prediction[]) => SetScores;
};

export type SetScores = {
  /** Each figure with one value a prediction, undefined where the gold has none for its question. */
  each: Readonly<Record<string, readonly (number | undefined)[]>>;
  /** Figures that are no means over questions. */
  whole?: readonly Figure[];
  /** What to know of the gold. */
  notes?: Readonly<Record<string, unknown>>;
};

export type SetOptions = {
  /** Folder of the data set. */
  data: string;
  /** Folder with what should have been answered: that of the data set, where that is not kept apart. */
  gold: string;
  split: 'development' | 'test';
};
/** Reads a set; without questions where the folder has none of that part. */
export type ReadSet = (options: SetOptions) => QaSet | Promise<QaSet>;

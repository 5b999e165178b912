import type { Answer, Ways } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import type { Choice } from '../facts.ts';

/** What is asked, and of what. */
export type AskRequest = {
  question: string;
  /** `answer` by default; `retrieve` stops at the evidence, `sparql` asks only the graph. */
  mode?: Answer['mode'];
  /**
   * `both` by default: the graph and the passages. `text` leaves the graph out, which is what the answer with it is held against;
   * it does not go with the mode `sparql`, which leaves the text out.
   */
  ways?: Ways;
  /** Asks it as one question whatever parts it has, which is what the answer in parts is held against. */
  isWhole?: boolean;
  /** Keys of the papers to ask; all of them without it. */
  papers?: readonly string[];
  /** What phrases of the question mean, where that was asked back. */
  choices?: readonly Choice[];
  /** Nothing of other papers than `papers` may show: not even that they are cited. */
  isConfined?: boolean;
  /** Name of the collection that `papers` came from, kept in the answer. */
  collection?: string;
  /** Writes queries and claims; without it both are made without a model. */
  chat?: ChatModel;
};

export type AskOptions = {
  /** Ends the run with the event `cancelled`. */
  signal?: AbortSignal;
  /** Id of the run; made when it is left out. */
  run?: string;
};

/** Longest time of each step, in milliseconds. A step that is late is left out, and the answer says so. */
export type Deadlines = {
  /** Planning and running queries. */
  facts: number;
  /** The same when a chat model writes queries too. */
  factsWithModel: number;
  textualNodes: number;
  passages: number;
  /** Choosing sentences from the passages. */
  sentences: number;
  /** The chat model's claims. */
  writing: number;
};

export const defaultDeadlines: Deadlines = {
  facts: 8_000,
  factsWithModel: 90_000,
  textualNodes: 3_000,
  passages: 10_000,
  sentences: 15_000,
  writing: 90_000,
};

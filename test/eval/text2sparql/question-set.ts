import type { SparqlRun } from '@askg/contract';
import type { GraphStore } from '@askg/graph';
import type { ChatModel } from '@askg/inference';
import type { Vocabulary } from '@askg/kgqp';

export type Input = { id: string; question: string };

/** What should have been found: `also` may be shown as well, such as the number that a superlative goes by. */
export type Gold = { id: string; sparql?: string; values: readonly string[]; also?: readonly string[] };

/** What a question became: the query that was chosen, the values that it found, and every query that was run on the way. */
export type Produced = { sparql: string; values: readonly string[]; runs: readonly SparqlRun[]; confidence: number };

/** Turns a question into a query and its result; with a chat model, that may write queries too. */
export type Answerer = (question: string, chat: ChatModel | undefined) => Promise<Produced>;

/** Questions on a graph that is there. */
export type QuestionSet = {
  name: string;
  inputs: readonly Input[];
  store: GraphStore;
  /** What queries of this graph may say. */
  vocabulary: Vocabulary;
  answer: Answerer;
  /** Opens the gold: called once, after everything was predicted. */
  gold: () => Promise<readonly Gold[]>;
  close: () => Promise<void>;
};

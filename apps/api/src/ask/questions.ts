import type { AskEvent } from '@askg/contract';
import type { AskOptions, AskRequest } from '@askg/kgqp';
import type { ChatModel } from '@askg/inference';
import type { Retrieval, RetrieveOptions } from '@askg/retrieval';

/** What can be asked, and with which models, at this moment: models may come while the server runs. */
export type QuestionState = {
  ready: boolean;
  /** Name of the model that finds by meaning; null: found by words only. */
  embedder: string | null;
  /** The model that orders what was found; absent where none is set up. */
  reranker?: { name: string; state: 'opening' | 'open' | 'failed' };
};

/** Answers questions: the events of a run, `started` first, exactly one of `done`, `failed` and `cancelled` last. */
export interface QuestionAnswering {
  ask(request: AskRequest, options: AskOptions): AsyncIterable<AskEvent>;
}

/** Finds passages. */
export interface PassageSearch {
  retrieve(question: string, options: RetrieveOptions): Promise<Retrieval>;
}

/** All that the routes for questions need. */
export interface Questions extends QuestionAnswering, PassageSearch {
  /** The configured chat model; it may cost money. */
  readonly chat: ChatModel | undefined;
  state(): QuestionState;
}

/** Names what answers questions: an interface cannot name itself at run time. */
export const questionsToken = Symbol('Questions');

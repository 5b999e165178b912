import { randomUUID } from 'node:crypto';
import type { AskEvent } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { defaultEmbedder, openEmbedder, type ChatModel, type Embedder, type ModelStore } from '@askg/inference';
import { QuestionAnswering, type AskOptions, type AskRequest, type Facts } from '@askg/kgqp';
import { Retriever, type PassageIndex, type Retrieval, type RetrieveOptions } from '@askg/retrieval';
import type { Questions, QuestionState } from '../ask/questions.ts';
import type { Log } from '../problems/log.ts';
import { CompleteSearch } from './complete-search.ts';
import { despiteOutage } from './despite-outage.ts';
import { LateEmbedder } from './late-embedder.ts';

/** Milliseconds between looks for a model that has been fetched meanwhile. */
const pollMs = 3000;

export type LocalQuestionsOptions = {
  corpus: Corpus;
  facts: Facts;
  /** Closed with this. */
  passages: PassageIndex;
  models: ModelStore;
  chat?: ChatModel;
  log: Log;
};

/** What answers questions in this process, over the corpus, the graph and the passages; better once an embedder is there. */
export class LocalQuestions implements Questions {
  readonly chat: ChatModel | undefined;
  readonly #options: LocalQuestionsOptions;
  readonly #late: LateEmbedder;
  readonly #ending = new AbortController();
  #retriever: CompleteSearch;
  #answering: QuestionAnswering;
  #embedder: Embedder | undefined;
  #isReady = false;

  constructor(options: LocalQuestionsOptions) {
    this.chat = options.chat;
    this.#options = options;
    this.#late = new LateEmbedder({
      find: async () => ((await options.models.has(defaultEmbedder)) ? openEmbedder(options.models) : undefined),
      arrived: (embedder) => {
        options.log({ level: 'info', message: `Finds by meaning too, with ${embedder.model.name}.` });
        this.#embedder = embedder;
        this.#renew();
      },
      missed: () => this.#renew(),
      log: options.log,
      pollMs,
    });
    this.#retriever = this.#makeRetriever();
    this.#answering = this.#makeAnswering();
  }

  /** Resolves when questions can be asked. Models are not waited for. */
  async start(): Promise<void> {
    this.#late.start();
    await this.#options.facts.prepare({ signal: this.#ending.signal });
    this.#isReady = true;
  }

  state(): QuestionState {
    return { ready: this.#isReady, embedder: this.#embedder?.model.name ?? null };
  }

  ask(request: AskRequest, options: AskOptions): AsyncIterable<AskEvent> {
    return this.#answering.ask(request, options);
  }

  retrieve(question: string, options: RetrieveOptions): Promise<Retrieval> {
    return despiteOutage(this.#retriever.retrieve(question, options));
  }

  async close(): Promise<void> {
    this.#isReady = false;
    this.#ending.abort();
    await this.#late.close();
    await this.#options.passages.close();
  }

  /** Runs under way end with what they began with. */
  #renew(): void {
    this.#retriever = this.#makeRetriever();
    this.#answering = this.#makeAnswering();
  }

  #makeRetriever(): CompleteSearch {
    const { passages: index, corpus } = this.#options;
    const retriever = this.#embedder
      ? new Retriever({ index, embedder: this.#embedder })
      : new Retriever({ index, withoutEmbedder: this.#late.reason });
    return new CompleteSearch(retriever, index, corpus);
  }

  #makeAnswering(): QuestionAnswering {
    const { corpus, facts, passages } = this.#options;
    return new QuestionAnswering({
      corpus,
      facts,
      passages,
      retriever: this.#retriever,
      now: () => performance.now(),
      newId: () => randomUUID(),
    });
  }
}

import { randomUUID } from 'node:crypto';
import type { AskEvent } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import {
  hasConfiguredEmbedder,
  openConfiguredEmbedder,
  type ChatModel,
  type Embedder,
  type EmbedderSettings,
  type ModelStore,
} from '@askg/inference';
import {
  type ChatLimits,
  defaultDeadlines,
  QuestionAnswering,
  type AskOptions,
  type AskRequest,
  type Deadlines,
  type Facts,
} from '@askg/kgqp';
import {
  defaultSettings,
  MaxSimReranker,
  Retriever,
  type LateReranker,
  type PassageIndex,
  type Reranker,
  type RerankerSettings,
  type Retrieval,
  type RetrieveOptions,
} from '@askg/retrieval';
import type { Questions, QuestionState } from '../ask/questions.ts';
import type { Log } from '../problems/log.ts';
import { CompleteSearch } from './complete-search.ts';
import { despiteOutage } from './despite-outage.ts';
import { LateEmbedder } from './late-embedder.ts';
import { lateReranker, termsOf } from './late-reranker.ts';

/** Milliseconds between looks for a model that has been fetched meanwhile. */
const pollMs = 3000;
/** Milliseconds that a search may take before the reranker. */
const searchMs = 2000;

export type LocalQuestionsOptions = {
  corpus: Corpus;
  facts: Facts;
  /** Closed with this. */
  passages: PassageIndex;
  models: ModelStore;
  embedder: EmbedderSettings;
  /** Orders what was found, after late interaction. */
  reranker?: RerankerSettings;
  chat?: ChatModel;
  chatLimits?: ChatLimits;
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
  #reranker: LateReranker | undefined;
  #isReady = false;

  constructor(options: LocalQuestionsOptions) {
    this.chat = options.chat;
    this.#options = options;
    this.#late = new LateEmbedder({
      find: async () =>
        (await hasConfiguredEmbedder(options.models, options.embedder))
          ? openConfiguredEmbedder(options.models, options.embedder)
          : undefined,
      arrived: (embedder) => {
        options.log({
          level: 'info',
          message: `Finds by meaning too, with ${embedder.model.name}${termsOf(embedder.model)}.`,
        });
        this.#embedder = embedder;
        // A reranker may be made of what the embedder gives.
        void this.#reranker?.open();
        this.#renew();
      },
      missed: () => this.#renew(),
      log: options.log,
      pollMs,
    });
    this.#reranker = options.reranker && this.#makeReranker(options.reranker);
    this.#retriever = this.#makeRetriever();
    this.#answering = this.#makeAnswering();
  }

  /** Resolves when questions can be asked. Models are not waited for. */
  async start(): Promise<void> {
    this.#late.start();
    void this.#reranker?.open();
    await this.#options.facts.prepare({ signal: this.#ending.signal });
    this.#isReady = true;
  }

  state(): QuestionState {
    const reranker = this.#reranker && { name: this.#reranker.name, state: this.#reranker.state };
    const embedder = this.#embedder?.model.name ?? null;
    return { ready: this.#isReady, embedder, ...(reranker ? { reranker } : {}) };
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
    await this.#reranker?.close();
    await this.#late.close();
    await this.#options.passages.close();
  }

  /** Runs under way end with what they began with. */
  #renew(): void {
    this.#retriever = this.#makeRetriever();
    this.#answering = this.#makeAnswering();
  }

  #makeReranker(settings: RerankerSettings): LateReranker {
    const { models, passages, log } = this.#options;
    const embedder = (): Embedder | undefined => this.#embedder;
    return lateReranker(settings, { models, passages, embedder, log });
  }

  #makeRetriever(): CompleteSearch {
    const { passages: index, corpus, embedder } = this.#options;
    // A server gives no token vectors: late interaction is not wanted of it.
    const late = 'server' in embedder ? [] : lateInteraction(index, this.#embedder);
    const rerankers = [...late, ...(this.#reranker ? [this.#reranker] : [])];
    const found = this.#embedder ? { embedder: this.#embedder } : { withoutEmbedder: this.#late.reason };
    return new CompleteSearch(new Retriever({ index, rerankers, ...found }), index, corpus);
  }

  #makeAnswering(): QuestionAnswering {
    const { corpus, facts, passages, reranker, chatLimits } = this.#options;
    return new QuestionAnswering({
      corpus,
      facts,
      passages,
      retriever: this.#retriever,
      now,
      newId: () => randomUUID(),
      ...(reranker ? { deadlines: deadlinesWith(reranker) } : {}),
      ...(chatLimits ? { chatLimits } : {}),
    });
  }
}

/** The last step of the default chain. */
function lateInteraction(index: PassageIndex, embedder: Embedder | undefined): Reranker[] {
  return embedder ? [new MaxSimReranker(index, embedder.model, now, defaultSettings.blend.tokens)] : [];
}

/** A reranker that may take long does so at the cost of the asker, not of the search before it. */
function deadlinesWith({ deadlineMs }: RerankerSettings): Partial<Deadlines> {
  return { passages: Math.max(defaultDeadlines.passages, deadlineMs + searchMs) };
}

const now = (): number => performance.now();

import { Corpus } from '@askg/corpus';
import { OxigraphPool, type GraphStore } from '@askg/graph';
import { ModelStore, openChat } from '@askg/inference';
import { GraphFacts } from '@askg/kgqp';
import { openPassageIndex } from '@askg/retrieval';
import type { Config } from './config.ts';
import { LocalQuestions } from './engine/local-questions.ts';
import type { Log } from './problems/log.ts';
import { startServer } from './server.ts';

/** Everything that the server process opens, and closes in the opposite order. */
export class Application {
  readonly #config: Config;
  readonly #log: Log;
  readonly #closers: (() => unknown)[] = [];
  #closing: Promise<void> | undefined;

  constructor(config: Config, log: Log) {
    this.#config = config;
    this.#log = log;
  }

  /**
   * Opens the corpus, listens, then loads the graph.
   * @returns the address, once questions can be asked
   * @throws CodedError what keeps the server from running: no corpus, another server, a port in use, a broken engine
   */
  async start(): Promise<string> {
    const { data, host, port, engines, queryMs, queryRows } = this.#config;
    const corpus = this.#keep(Corpus.open(data), (opened) => opened.close());
    const store = this.#keep(
      new OxigraphPool({
        folder: data,
        feed: corpus,
        now: () => performance.now(),
        engines,
        deadlineMs: queryMs,
        limits: { rows: queryRows },
      }),
      (opened) => opened.close(),
    );
    const questions = this.#keep(await this.#openQuestions(corpus, store), (opened) => opened.close());
    const server = this.#keep(await startServer({ corpus, store, questions, host, port, log: this.#log }), (opened) =>
      opened.close(),
    );
    // Before the engines start: a second server on the same corpus fails at once.
    this.#keep(corpus.announceServer(server.url), (announced) => announced.release());
    await store.start();
    await questions.start();
    return server.url;
  }

  async #openQuestions(corpus: Corpus, store: GraphStore): Promise<LocalQuestions> {
    const { data, models, chat } = this.#config;
    return new LocalQuestions({
      corpus,
      facts: new GraphFacts({ store, base: corpus.baseIri, now: () => performance.now() }),
      passages: await openPassageIndex(data),
      models: new ModelStore(models),
      ...(chat ? { chat: openChat(chat) } : {}),
      log: this.#log,
    });
  }

  /** Closes what is open; a start under way ends with an error. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) await close();
  }

  #keep<T>(opened: T, close: (opened: T) => unknown): T {
    this.#closers.push(() => close(opened));
    return opened;
  }
}

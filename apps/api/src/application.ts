import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Corpus } from '@askg/corpus';
import type { GraphStore } from '@askg/graph';
import { openChat, openModelStore } from '@askg/inference';
import { ForeignGraphs, GraphFacts } from '@askg/kgqp';
import { openPassageIndex } from '@askg/retrieval';
import { missingCollections } from './access/anonymous.ts';
import type { Config } from './config.ts';
import { followNeo4j } from './engine/follow-neo4j.ts';
import { LocalQuestions } from './engine/local-questions.ts';
import { openGraphStore } from './engine/open-graph-store.ts';
import { tellProgress } from './engine/tell-progress.ts';
import type { Log } from './problems/log.ts';
import { ClientStore } from './security/asking-client.ts';
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
    const { data, host, port, access, isPublished, outward } = this.#config;
    // Whoever may read the folder may read the papers: commands find this key there, with the address.
    const ownerKey = randomBytes(32).toString('base64url');
    const corpus = this.#keep(Corpus.open(data), (opened) => opened.close());
    for (const name of missingCollections(access.anonymous, corpus.collections)) {
      this.#log({ level: 'info', message: `ASKG_ANONYMOUS: there is no collection "${name}"; nothing of it is open.` });
    }
    const store = this.#keep(openGraphStore(this.#config, corpus, this.#log), (opened) => opened.close());
    const questions = this.#keep(await this.#openQuestions(corpus, store), (opened) => opened.close());
    const graphs = this.#keep(this.#openGraphs(corpus), (opened) => opened.close());
    const server = this.#keep(
      await startServer({
        graphs,
        corpus,
        store,
        questions,
        host,
        port,
        isPublished,
        isFederated: outward.services.endpoints.size > 0,
        log: this.#log,
        access: { ...access, ownerKey },
      }),
      (opened) => opened.close(),
    );
    // Before the engines start: a second server on the same corpus fails at once.
    this.#keep(corpus.announceServer(server.url, ownerKey), (announced) => announced.release());
    const { neo4j } = outward;
    if (neo4j) this.#keep(followNeo4j(neo4j, corpus, this.#log), (following) => following.close());
    const stopTelling = this.#keep(tellProgress(store, this.#log), (stop) => stop());
    await store.start();
    stopTelling();
    await questions.start();
    return server.url;
  }

  #openGraphs(corpus: Corpus): ForeignGraphs {
    const { services, isOffline } = this.#config.outward;
    return new ForeignGraphs({
      folder: join(corpus.folder, 'foreign'),
      now: () => performance.now(),
      today: () => new Date().toISOString(),
      isPrivateAllowed: services.isPrivateAllowed,
      isOffline,
    });
  }

  async #openQuestions(corpus: Corpus, store: GraphStore): Promise<LocalQuestions> {
    const { data, models, noncommercial, embedder, reranker, chat, chatLimits, outward } = this.#config;
    return new LocalQuestions({
      corpus,
      facts: new GraphFacts({
        store: new ClientStore(store),
        base: corpus.baseIri,
        now: () => performance.now(),
        ...(chat ? { modelTask: chat.task } : {}),
      }),
      passages: await openPassageIndex(data, outward.openSearch),
      models: openModelStore(models, { noncommercial }),
      embedder,
      ...(reranker ? { reranker } : {}),
      ...(chat ? { chat: openChat(chat) } : {}),
      chatLimits,
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

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '@askg/corpus';
import { type GraphStore, OxigraphPool } from '@askg/graph';
import { type Embedder, InferenceError, ModelStore, openEmbedder } from '@askg/inference';
import { GraphFacts, QuestionAnswering, type QuestionAnsweringParts } from '@askg/kgqp';
import { openPassageIndex, type PassageIndex, PassageIndexer, Retriever } from '@askg/retrieval';
import { modelTask } from './chat-model.ts';
import { makeCorpus, type SourceFormat } from './demo-corpus.ts';

export type Stack = {
  corpus: Corpus;
  store: GraphStore;
  passages: PassageIndex;
  qa: QuestionAnswering;
  embedder: Embedder | undefined;
  /** Name of the embedder, or why there is none. */
  embedderName: string;
  /** Milliseconds of each part of the start. */
  startMs: Record<string, number>;
  close(): Promise<void>;
};

export type StackOptions = {
  /** Folder of the papers; those of the demo by default. */
  papers?: string;
  /** The format they are read from; JATS by default. */
  from?: SourceFormat;
  /** A corpus to use instead of one made of the papers. */
  corpus?: () => Promise<Corpus>;
  /** Makes the corpus in a folder, in another way than of all the papers. */
  makeCorpus?: (folder: string) => Promise<Corpus>;
  /** Folder of the models. */
  models: string;
  /** Search by words only, as where no model was fetched. */
  wordsOnly?: boolean;
  /** Indexes the passages in another way than to the end. */
  index?: (corpus: Corpus, embedder: Embedder | undefined) => Promise<void>;
  /** Module that tells the engines which graphs to load. */
  feedModule?: URL;
  /** Other deadlines than a user has, where what is said counts and not the time. */
  deadlines?: QuestionAnsweringParts['deadlines'];
};

/** The whole of question answering over a corpus in a temporary folder, indexed and embedded. */
export async function openStack(options: StackOptions): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'askg-eval-'));
  const startMs: Record<string, number> = {};
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    startMs[step] = Math.round(performance.now() - start);
    return result;
  };
  const corpus = await timed(
    'ingest',
    options.corpus ??
      (() =>
        options.makeCorpus
          ? options.makeCorpus(join(folder, 'corpus'))
          : makeCorpus(join(folder, 'corpus'), options.papers, options.from)),
  );
  const { embedder, name } = await embedderOf(options);
  const store = new OxigraphPool({
    folder: corpus.folder,
    feed: corpus,
    now: () => performance.now(),
    ...(options.feedModule ? { feedModule: options.feedModule } : {}),
  });
  await timed('graph', () => store.start());
  await timed('passages', () => (options.index ?? indexWhole)(corpus, embedder));
  const passages = await openPassageIndex(corpus.folder);
  const retriever = new Retriever({ index: passages, ...(embedder ? { embedder } : { withoutEmbedder: name }) });
  const facts = new GraphFacts({ store, base: corpus.baseIri, now: () => performance.now(), modelTask: modelTask() });
  await timed('labels', () => facts.prepare());
  const qa = new QuestionAnswering({
    corpus,
    passages,
    retriever,
    facts,
    now: () => performance.now(),
    newId: () => randomUUID(),
    ...(options.deadlines ? { deadlines: options.deadlines } : {}),
  });
  const close = async (): Promise<void> => {
    await passages.close();
    await store.close();
    await embedder?.close();
    corpus.close();
    await rm(folder, { recursive: true });
  };
  return { corpus, store, passages, qa, embedder, embedderName: name, startMs, close };
}

async function embedderOf({
  models,
  wordsOnly,
}: StackOptions): Promise<{ embedder: Embedder | undefined; name: string }> {
  if (wordsOnly) return { embedder: undefined, name: 'words only' };
  try {
    const embedder = await openEmbedder(new ModelStore(models));
    return { embedder, name: embedder.model.name };
  } catch (error) {
    if (error instanceof InferenceError) return { embedder: undefined, name: error.message };
    throw error;
  }
}

async function indexWhole(corpus: Corpus, embedder: Embedder | undefined): Promise<void> {
  const lease = corpus.takeIndexerLease();
  const indexer = await PassageIndexer.open({
    corpus,
    newId: () => randomUUID(),
    ...(embedder ? { embedder } : {}),
  });
  try {
    await indexer.catchUp();
    await indexer.embedPending();
    await indexer.optimize();
  } finally {
    await indexer.close();
    lease?.release();
  }
}

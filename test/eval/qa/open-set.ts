import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { OxigraphPool } from '@askg/graph';
import { ModelStore, openEmbedder } from '@askg/inference';
import { GraphFacts, QuestionAnswering } from '@askg/kgqp';
import { openPassageIndex, Retriever } from '@askg/retrieval';
import { KeptEmbedder } from '../retrieval/kept-embedder.ts';
import { modelTask } from '../stack/chat-model.ts';
import { keptCorpus } from './kept-corpus.ts';

export type OpenSet = {
  embedder: KeptEmbedder;
  /** Graph and text, as the product has it. */
  qa: QuestionAnswering;
  /** The same composer over BM25 alone, without meaning. */
  byWords: QuestionAnswering;
  /** Milliseconds until questions could be asked. */
  openMs: number;
  close(): Promise<void>;
};

export type OpenSetOptions = {
  /** Folder of the models. */
  models: string;
  /** Folder of what is kept between runs. */
  cache: string;
};

/** On a machine with other work a step may be late; answers are judged by what they say, and their time is told beside. */
const patience = 600_000;
const deadlines = {
  facts: patience,
  factsWithModel: patience,
  textualNodes: patience,
  passages: patience,
  sentences: patience,
  writing: patience,
};

/** Question answering over the papers of a set, which have gone the product's whole way. */
export async function openSet(
  name: string,
  papers: readonly Document[],
  { models, cache }: OpenSetOptions,
): Promise<OpenSet> {
  const now = (): number => performance.now();
  const start = now();
  const embedder = new KeptEmbedder(await openEmbedder(new ModelStore(models)), join(cache, 'vectors'));
  const corpus = await keptCorpus(name, papers, { cache: join(cache, 'qa'), embedder });
  const store = new OxigraphPool({ folder: corpus.folder, feed: corpus, now });
  await store.start();
  const facts = new GraphFacts({ store, base: corpus.baseIri, now, modelTask: modelTask() });
  await facts.prepare();
  const passages = await openPassageIndex(corpus.folder);
  const parts = { corpus, passages, facts, now, newId: randomUUID, deadlines };
  return {
    embedder,
    qa: new QuestionAnswering({ ...parts, retriever: new Retriever({ index: passages, embedder }) }),
    byWords: new QuestionAnswering({
      ...parts,
      retriever: new Retriever({ index: passages, withoutEmbedder: 'words only' }),
    }),
    openMs: Math.round(now() - start),
    close: async () => {
      await passages.close();
      await store.close();
      await embedder.close();
      corpus.close();
    },
  };
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { ModelStore, openEmbedder } from '@askg/inference';
import { QuestionAnswering } from '@askg/kgqp';
import { openPassageIndex, type PassageIndex, Retriever } from '@askg/retrieval';
import { indexCollection } from '../retrieval/index-collection.ts';
import { KeptEmbedder } from '../retrieval/kept-embedder.ts';
import { withoutGraph } from '../textual-nodes/without-graph.ts';

export type OpenSet = {
  passages: PassageIndex;
  embedder: KeptEmbedder;
  /** Search by meaning and words, as the product has it. */
  qa: QuestionAnswering;
  /** The same composer over BM25 alone. */
  byWords: QuestionAnswering;
  close(): Promise<void>;
};

export type OpenSetOptions = {
  /** Folder of the models. */
  models: string;
  /** Folder of what is kept between runs. */
  cache: string;
};

/** Question answering over the papers of a set. There is no graph to ask: such sets hold text alone. */
export async function openSet(
  name: string,
  papers: readonly Document[],
  { models, cache }: OpenSetOptions,
): Promise<OpenSet> {
  const embedder = new KeptEmbedder(await openEmbedder(new ModelStore(models)), join(cache, 'vectors'));
  const collection = { name, finds: 'passage' as const, papers, questions: [], judgements: () => new Map() };
  const corpus = Corpus.open(await indexCollection(collection, join(cache, 'qa'), embedder));
  const passages = await openPassageIndex(corpus.folder);
  const parts = { corpus, passages, facts: withoutGraph, now: () => performance.now(), newId: () => randomUUID() };
  return {
    passages,
    embedder,
    qa: new QuestionAnswering({ ...parts, retriever: new Retriever({ index: passages, embedder }) }),
    byWords: new QuestionAnswering({
      ...parts,
      retriever: new Retriever({ index: passages, withoutEmbedder: 'words only' }),
    }),
    close: async () => {
      await passages.close();
      await embedder.close();
      corpus.close();
    },
  };
}

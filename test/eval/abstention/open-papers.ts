import { randomUUID } from 'node:crypto';
import type { Document } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import type { Embedder } from '@askg/inference';
import { QuestionAnswering } from '@askg/kgqp';
import { openPassageIndex, type PassageIndex, Retriever } from '@askg/retrieval';
import { indexCollection } from '../retrieval/index-collection.ts';
import { withoutGraph } from '../textual-nodes/without-graph.ts';

/** On a machine with other work a question may take long; it is to be judged by its evidence all the same. */
export const patience = 600_000;

export type OpenPapers = { corpus: Corpus; passages: PassageIndex; qa: QuestionAnswering; close: () => Promise<void> };

export type OpenPapersOptions = {
  embedder: Embedder;
  /** Folder of the indexes that are kept between runs. */
  folder: string;
  /** Search by words only, as where no model was fetched. */
  wordsOnly?: boolean;
};

/** Question answering over papers of plain text. There is no graph to ask. */
export async function openPapers(
  name: string,
  papers: readonly Document[],
  { embedder, folder, wordsOnly = false }: OpenPapersOptions,
): Promise<OpenPapers> {
  const collection = { name, finds: 'paper' as const, papers, questions: [], judgements: () => new Map() };
  const corpus = Corpus.open(await indexCollection(collection, folder, embedder));
  const passages = await openPassageIndex(corpus.folder);
  const qa = new QuestionAnswering({
    corpus,
    passages,
    retriever: new Retriever({ index: passages, ...(wordsOnly ? { withoutEmbedder: 'words only' } : { embedder }) }),
    facts: withoutGraph,
    now: () => performance.now(),
    newId: randomUUID,
    deadlines: { passages: patience, sentences: patience, writing: patience },
  });
  const close = async (): Promise<void> => {
    await passages.close();
    corpus.close();
  };
  return { corpus, passages, qa, close };
}

import { randomUUID } from 'node:crypto';
import { Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads, paperKey } from '@askg/ddm';
import type { Embedder } from '@askg/inference';
import type { Judgements } from '@askg/retrieval';
import { abstractOf, type TestCollection } from './beir-folder.ts';
import type { QuestionSet } from './question-set.ts';

const base = 'http://localhost:3000/id/';

export type IndexCollectionOptions = {
  /** A corpus is made there, or gone on with. */
  folder: string;
  embedder: Embedder | undefined;
  signal: AbortSignal;
  progress: (done: number, total: number, what: string) => void;
};

/** Makes a corpus of a test collection, with its index. @returns its questions, answered by keys of papers */
export async function indexCollection(
  collection: TestCollection,
  { folder, embedder, signal, progress }: IndexCollectionOptions,
): Promise<QuestionSet> {
  const { PassageIndexer } = await import('@askg/retrieval');
  const corpus = Corpus.exists(folder) ? Corpus.open(folder) : Corpus.create(folder, { baseIri: base });
  try {
    const keys = await fill(corpus, collection, signal);
    const indexer = await PassageIndexer.open({ corpus, newId: randomUUID, ...(embedder ? { embedder } : {}) });
    try {
      const told = ({ step, done, total }: { step: string; done: number; total: number }): void =>
        progress(done, total, step);
      await indexer.catchUp({ signal, progress: told });
      await indexer.embedPending({ signal, progress: told });
    } finally {
      await indexer.close();
    }
    const { name, questions, judgements } = collection;
    return { name, finds: 'paper', questions, judgements: byKey(judgements, keys), leftOut: 0 };
  } finally {
    corpus.close();
  }
}

/** @returns the keys of the papers by the ids of their documents */
async function fill(corpus: Corpus, { documents }: TestCollection, signal: AbortSignal): Promise<Map<string, string>> {
  const there = new Set(corpus.papers().map(({ key }) => key));
  const keys = new Map<string, string>();
  for (const [at, source] of documents.entries()) {
    signal.throwIfAborted();
    const document = abstractOf(source, at);
    const key = paperKey(document.identifiers, '');
    keys.set(source.id, key);
    if (there.has(key)) continue;
    const { digest } = corpus.addSource(Buffer.from(`${source.id}\n${source.title}\n${source.text}`));
    corpus.jobs.enqueue([{ source: digest, path: digest, format: document.format }], 'compare');
    const graph = await corpus.writeGraph(documentToNQuads({ ...document, digest }, { base, key }));
    const facts = documentFacts(document);
    corpus.commitPaper({ key, source: digest, format: document.format, pipeline: 'compare', graph, facts, ms: {} });
  }
  return keys;
}

function byKey(judgements: Judgements, keys: ReadonlyMap<string, string>): Judgements {
  const judged = [...judgements].map(([question, documents]): [string, Map<string, number>] => [
    question,
    new Map([...documents].flatMap(([id, grade]) => (keys.has(id) ? [[keys.get(id) ?? id, grade]] : []))),
  ]);
  return new Map(judged);
}

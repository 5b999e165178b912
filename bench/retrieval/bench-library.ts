import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';
import type { Embedder } from '@askg/inference';
import { PassageIndexer } from '@askg/retrieval';

const base = 'http://localhost:3000/id/';
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'askg-bench');

/** A paper with nothing but a title and an abstract. */
export function abstractOf(id: string, title: string, paragraphs: readonly string[]): Document {
  return {
    schema: 'askg.document/1',
    format: 'jats',
    digest: '0'.repeat(64),
    title,
    abstract: paragraphs.map((text, i) => ({
      id: `abstract/p${i + 1}`,
      kind: 'text',
      sentences: [{ id: `abstract/p${i + 1}/t1`, text, boxes: [], citations: [] }],
    })),
    identifiers: { doi: `10.1000/${id}` },
    keywords: [],
    contributors: [],
    sections: [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
  };
}

/** Key of the paper that `abstractOf` made with this id. */
export function keyOf(id: string): string {
  return `10.1000_${id}`;
}

export type IndexedCorpus = {
  folder: string;
  /** How long each step took; undefined when all was there from an earlier run. */
  seconds: { words: number; vectors: number; optimize: number } | undefined;
};

/**
 * A corpus of these papers with its passage index, made by the product's own parts. It is kept in a cache folder, so that the
 * next run goes on with what is there.
 */
export async function indexedCorpus(
  name: string,
  papers: Iterable<Document>,
  embedder: Embedder,
): Promise<IndexedCorpus> {
  const folder = join(cache, name);
  const isComplete = Corpus.exists(folder) && existsSync(`${folder}.complete`);
  if (!isComplete) rmSync(folder, { recursive: true, force: true });
  const corpus = isComplete ? Corpus.open(folder) : Corpus.create(folder, { baseIri: base });
  try {
    if (!isComplete) await fill(corpus, papers, folder);
    const indexer = await PassageIndexer.open({ corpus, embedder, newId: randomUUID });
    let added = 0;
    const words = await seconds(async () => {
      ({ added } = await indexer.catchUp());
    });
    const vectors = await seconds(() =>
      indexer.embedPending({
        progress: ({ done, total }) => {
          if (done % 500 === 0) process.stderr.write(`${name}: ${done} of ${total} papers embedded\n`);
        },
      }),
    );
    const optimize = await seconds(() => indexer.optimize());
    await indexer.close();
    return { folder, seconds: added > 0 ? { words, vectors, optimize } : undefined };
  } finally {
    corpus.close();
  }
}

async function fill(corpus: Corpus, papers: Iterable<Document>, folder: string): Promise<void> {
  for (const document of papers) {
    const { digest } = corpus.addSource(Buffer.from(document.identifiers.doi ?? ''));
    corpus.jobs.enqueue([{ source: digest, path: digest, format: document.format }], 'bench');
    const key = corpus.keyFor(document.identifiers, digest);
    const graph = await corpus.writeGraph(documentToNQuads({ ...document, digest }, { base, key }));
    const facts = documentFacts(document);
    corpus.commitPaper({ key, source: digest, format: document.format, pipeline: 'bench', graph, facts, ms: {} });
  }
  writeFileSync(`${folder}.complete`, '');
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

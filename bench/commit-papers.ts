import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Corpus, documentFacts } from '@askg/corpus';
import { base, type ReadPaper } from './read-paper.ts';

/** Commits papers to a new corpus in a temporary folder, one after the other: ms of each, file and transaction together. */
export async function commitPapers(papers: readonly (ReadPaper & { bytes: Uint8Array })[]): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'askg-bench-corpus-'));
  const corpus = Corpus.create(join(folder, 'corpus'), { baseIri: base });
  const pipeline = 'bench';
  const times: number[] = [];
  try {
    for (const { name, bytes, document, nquads } of papers) {
      const { digest } = corpus.addSource(bytes);
      corpus.jobs.enqueue([{ source: digest, path: name, format: 'jats' }], pipeline);
      const start = performance.now();
      const key = corpus.keyFor(document.identifiers, digest);
      const graph = await corpus.writeGraph(nquads);
      const facts = documentFacts(document);
      corpus.commitPaper({ key, source: digest, format: 'jats', pipeline, graph, facts, ms: {} });
      times.push(performance.now() - start);
    }
  } finally {
    corpus.close();
    await rm(folder, { recursive: true });
  }
  return times;
}

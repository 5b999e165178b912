import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { Document } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';
import { MemoryPassages } from './memory-passages.ts';
import { breadPaper, telescopePaper } from './test-papers.ts';

export type TestCorpus = { corpus: Corpus; passages: MemoryPassages; keys: string[] };

/** Gives a test real corpora in temporary folders, and takes them away after it. */
export function useTestCorpora(): (papers?: readonly Document[]) => Promise<TestCorpus> {
  const opened: { close: () => void }[] = [];
  afterEach(() => {
    for (const { close } of opened.splice(0)) close();
  });
  return async (papers) => {
    const made = await openTestCorpus(papers);
    opened.push(made);
    return made;
  };
}

/** A real corpus in a temporary folder, which goes when it is closed. */
export async function openTestCorpus(
  papers: readonly Document[] = [telescopePaper, breadPaper],
): Promise<TestCorpus & { close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-kgqp-'));
  const corpus = Corpus.create(join(folder, 'corpus'), { baseIri: 'http://localhost:3000/id/' });
  const close = (): void => {
    corpus.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const added = [];
    for (const paper of papers) added.push(await addPaper(corpus, paper));
    const passages = new MemoryPassages(added, corpus.baseIri);
    return { corpus, passages, keys: added.map(({ key }) => key), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function addPaper(
  corpus: Corpus,
  paper: Document,
): Promise<{ document: Document; key: string; graphDigest: string }> {
  const { digest: source } = corpus.addSource(Buffer.from(paper.title));
  const { format, identifiers } = paper;
  corpus.jobs.enqueue([{ source, path: '/papers/test.xml', format }], 'test');
  const key = corpus.keyFor(identifiers, source);
  const document = { ...paper, key, digest: source };
  const graphDigest = await corpus.writeGraph(documentToNQuads(document, { base: corpus.baseIri, key }));
  const facts = documentFacts(paper);
  corpus.commitPaper({ key, source, format, pipeline: 'test', graph: graphDigest, facts, ms: {} });
  return { document, key, graphDigest };
}

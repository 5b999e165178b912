import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { buildDocument, cutSentences, documentToNQuads, enrich, readJats } from '@askg/ddm';

export const demoPapers = join(import.meta.dirname, '..', '..', '..', 'demo', 'papers');
export const baseIri = 'http://localhost:3000/id/';

/** Makes a corpus of the JATS files of a folder, read by the same stages as `askg ingest` uses. */
export async function makeCorpus(folder: string, papers: string = demoPapers): Promise<Corpus> {
  const corpus = Corpus.create(folder, { baseIri });
  for (const { document, bytes } of readFiles(papers)) await addDocument(corpus, document, bytes);
  await corpus.updateLinks();
  return corpus;
}

/** The JATS files of a folder as documents. */
export function readPapers(papers: string): Document[] {
  return readFiles(papers).map(({ document }) => document);
}

function readFiles(papers: string): { document: Document; bytes: Buffer }[] {
  const names = readdirSync(papers).filter((name) => name.endsWith('.jats.xml'));
  return names.toSorted().map((name) => {
    const bytes = readFileSync(join(papers, name));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const document = enrich(buildDocument(readJats(bytes), { digest, cutSentences }));
    return { document, bytes };
  });
}

/** Takes a document all the way into a corpus. @param bytes stand for the file that it was read from */
export async function addDocument(corpus: Corpus, document: Document, bytes: Uint8Array): Promise<void> {
  const { digest } = corpus.addSource(bytes);
  corpus.jobs.enqueue([{ source: digest, path: '/papers/demo.xml', format: document.format }], 'eval');
  const { title, identifiers, references, findings, format } = document;
  const key = corpus.keyFor(identifiers, digest);
  const graph = await corpus.writeGraph(documentToNQuads({ ...document, key, digest }, { base: corpus.baseIri, key }));
  const cited = references.flatMap(({ id, doi }) => (doi === undefined ? [] : [{ id, doi }]));
  corpus.commitPaper({
    key,
    source: digest,
    format,
    pipeline: 'eval',
    graph,
    facts: { title, identifiers, cited, findings },
    ms: {},
  });
}

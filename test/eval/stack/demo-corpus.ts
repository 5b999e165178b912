import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { buildDocument, cutSentences, documentToNQuads, enrich, readSource } from '@askg/ddm';
import { companionOf } from '../documents/companion-of.ts';

export const demoPapers = join(import.meta.dirname, '..', '..', '..', 'demo', 'papers');
export const baseIri = 'http://localhost:3000/id/';

/** The format that papers are read from; the demo has each paper as JATS and as PDF. */
export type SourceFormat = 'jats' | 'pdf' | 'markdown';
const endings: Record<SourceFormat, string> = { jats: '.jats.xml', pdf: '.pdf', markdown: '.md' };

/** The names, without ending, of the papers that a folder has in a format. */
export function papersIn(papers: string, from: SourceFormat): string[] {
  const files = readdirSync(papers).filter((name) => name.endsWith(endings[from]));
  return files.map((name) => name.slice(0, -endings[from].length)).toSorted();
}

/**
 * Makes a corpus of the files of one format in a folder, read by the same stages as `askg ingest` uses.
 * @param names those of the papers to take; all by default
 */
export async function makeCorpus(
  folder: string,
  papers = demoPapers,
  from: SourceFormat = 'jats',
  names: readonly string[] = papersIn(papers, from),
): Promise<Corpus> {
  const corpus = Corpus.create(folder, { baseIri });
  for (const { document, bytes } of await readFiles(papers, from, names)) await addDocument(corpus, document, bytes);
  await corpus.updateLinks();
  return corpus;
}

/** The JATS files of a folder as documents. */
export async function readPapers(papers: string): Promise<Document[]> {
  return (await readFiles(papers, 'jats', papersIn(papers, 'jats'))).map(({ document }) => document);
}

async function readFiles(
  papers: string,
  from: SourceFormat,
  names: readonly string[],
): Promise<{ document: Document; bytes: Buffer }[]> {
  const files: { document: Document; bytes: Buffer }[] = [];
  for (const name of names) {
    const path = join(papers, name + endings[from]);
    const bytes = readFileSync(path);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const draft = await readSource(bytes, { as: from, companion: companionOf(path, bytes, from) });
    files.push({ document: enrich(buildDocument(draft, { digest, cutSentences })), bytes });
  }
  return files;
}

/** Takes a document all the way into a corpus. @param bytes stand for the file that it was read from */
export async function addDocument(corpus: Corpus, document: Document, bytes: Uint8Array): Promise<void> {
  const { digest } = corpus.addSource(bytes);
  corpus.jobs.enqueue([{ source: digest, path: `/papers/${digest}`, format: document.format }], 'eval');
  const { identifiers, format } = document;
  const key = corpus.keyFor(identifiers, digest);
  const graph = await corpus.writeGraph(documentToNQuads({ ...document, key, digest }, { base: corpus.baseIri, key }));
  corpus.commitPaper({
    key,
    source: digest,
    format,
    pipeline: 'eval',
    graph,
    facts: documentFacts(document),
    ms: {},
  });
}

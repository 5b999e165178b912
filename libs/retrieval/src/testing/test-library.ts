import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';
import type { Embedder } from '@askg/inference';
import { afterEach } from '@jest/globals';
import { type IndexerOptions, PassageIndexer } from '../indexer/passage-indexer.ts';
import { LancePassageIndex } from '../lance/lance-passage-index.ts';
import { OpenSearchPassageIndex } from '../opensearch/open-search-passage-index.ts';
import type { OpenSearchSettings } from '../opensearch/open-search-settings.ts';
import type { PassageIndex } from '../passage-index.ts';
import { paragraph, section, smallPaper } from './small-paper.ts';

export const base = 'http://localhost:3000/id/';

/** A corpus in a folder of its own, with ways to change it and to look at its passage index. */
export class TestLibrary {
  readonly folder: string;
  readonly corpus: Corpus;
  readonly #indexers: PassageIndexer[] = [];
  /** Where the index is kept; in the folder when there is none. */
  readonly server: OpenSearchSettings | undefined;
  readonly #readers: PassageIndex[] = [];
  #ids = 0;

  constructor(folder: string, server?: OpenSearchSettings) {
    this.folder = folder;
    this.server = server;
    this.corpus = Corpus.create(folder, { baseIri: base, clock: () => new Date('2025-01-02T03:04:05Z') });
  }

  /** Commits a paper whose paragraphs are these; the same DOI again gives a new version. @returns its key */
  async add(doi: string, paragraphs: readonly string[], more: Partial<Document> = {}): Promise<string> {
    const sections = [
      section('s1', 'Findings', {
        role: 'result',
        paragraphs: paragraphs.map((text, i) => paragraph(`s1/p${i + 1}`, [text])),
      }),
    ];
    const identifiers = { doi };
    return this.addDocument(smallPaper({ title: `Paper ${doi}`, identifiers, sections, ...more }));
  }

  async addDocument(document: Document): Promise<string> {
    const { corpus } = this;
    // The same source read by another pipeline gives a new version of its paper.
    const { digest } = corpus.addSource(Buffer.from(document.identifiers.doi ?? document.title));
    const pipeline = `p${++this.#ids}`;
    corpus.jobs.enqueue([{ source: digest, path: `/papers/${digest}`, format: document.format }], pipeline);
    const key = corpus.keyFor(document.identifiers, digest);
    const graph = await corpus.writeGraph(documentToNQuads({ ...document, digest }, { base, key }));
    const facts = documentFacts(document);
    corpus.commitPaper({ key, source: digest, format: document.format, pipeline, graph, facts, ms: {} });
    return key;
  }

  async indexer(embedder?: Embedder, more: Partial<IndexerOptions> = {}): Promise<PassageIndexer> {
    const indexer = await PassageIndexer.open({
      corpus: this.corpus,
      newId: () => `id${++this.#ids}`,
      ...(this.server ? { server: this.server } : {}),
      ...(embedder ? { embedder } : {}),
      ...more,
    });
    this.#indexers.push(indexer);
    return indexer;
  }

  /** A reader with a connection of its own. */
  reader(): PassageIndex {
    const { folder, server } = this;
    const reader = server ? new OpenSearchPassageIndex(folder, server) : new LancePassageIndex(folder);
    this.#readers.push(reader);
    return reader;
  }

  async close(): Promise<void> {
    for (const reader of this.#readers.splice(0)) await reader.close();
    for (const indexer of this.#indexers.splice(0)) await indexer.close();
    this.corpus.close();
  }
}

/**
 * Gives each test libraries of its own, and clears them away after it.
 * @param newServer where the index of each is kept; in its folder when left out
 */
export function useLibraries(newServer?: () => OpenSearchSettings): () => TestLibrary {
  const libraries: TestLibrary[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const library of libraries.splice(0)) await library.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const outer = mkdtempSync(join(tmpdir(), 'retrieval-'));
    folders.push(outer);
    const library = new TestLibrary(join(outer, 'data'), newServer?.());
    libraries.push(library);
    return library;
  };
}

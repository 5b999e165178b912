import type { Document } from '@askg/contract';
import { Recent, type Corpus } from '@askg/corpus';
import { quadsToDocument } from '@askg/ddm';
import { unitsOf, type PlacedUnit } from './units.ts';

/** The graph file of a paper as text, and as a document where a page is wanted. */
export type LoadedPaper = { nquads: string; document: Document; units: ReadonlyMap<string, PlacedUnit> };

/** How many papers are kept parsed; a full one takes a few megabytes. */
const capacity = 8;

/** Graph files by digest, the last few kept. They never change, so what is kept never gets old. */
export class PaperLibrary {
  readonly #corpus: Corpus;
  readonly #graphs = new Recent<string>(capacity);
  readonly #papers = new Recent<LoadedPaper>(capacity);

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** Canonical N-Quads of the graph file with this digest. */
  graph(digest: string): Promise<string> {
    return this.#graphs.get(digest, async () => this.#corpus.readGraph(digest));
  }

  paper(digest: string): Promise<LoadedPaper> {
    return this.#papers.get(digest, async () => {
      const nquads = await this.graph(digest);
      const document = quadsToDocument(nquads, { base: this.#corpus.baseIri });
      return { nquads, document, units: unitsOf(document) };
    });
  }
}

import { Recent, type Corpus } from '@askg/corpus';
import { quadsToDocument } from '@askg/ddm';
import { CitablePaper } from './citable-paper.ts';

/** How many papers are kept parsed; a full one takes a few megabytes. */
const capacity = 48;

/** Papers by the digest of their graph. A graph never changes, so what is kept never gets old. */
export class PaperLibrary {
  readonly #corpus: Pick<Corpus, 'baseIri' | 'readGraph'>;
  readonly #papers = new Recent<CitablePaper>(capacity);

  constructor(corpus: Pick<Corpus, 'baseIri' | 'readGraph'>) {
    this.#corpus = corpus;
  }

  /** @throws CorpusError corpus/missing-graph, corpus/damaged-graph; DdmError ddm/malformed-graph */
  paper(key: string, graphDigest: string): Promise<CitablePaper> {
    return this.#papers.get(graphDigest, async () => {
      const document = quadsToDocument(await this.#corpus.readGraph(graphDigest), { base: this.#corpus.baseIri });
      return new CitablePaper(document, key, graphDigest);
    });
  }
}

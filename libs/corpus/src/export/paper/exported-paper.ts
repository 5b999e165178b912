import type { Document } from '@askg/contract';
import { paperIri, quadsToDocument } from '@askg/ddm';
import type { Corpus } from '../../corpus.ts';
import { CorpusError } from '../../corpus-error.ts';

/** A paper as it stands in the corpus: its graph file, and the document that the graph tells. */
export type ExportedPaper = {
  key: string;
  iri: string;
  /** Canonical N-Quads. */
  nquads: string;
  document: Document;
  /** Digest of the file that was read. */
  source: string;
};

/**
 * @param name a key, DOI, arXiv id or other identifier
 * @throws CorpusError corpus/unknown-paper, corpus/removed, corpus/missing-graph, corpus/damaged-graph
 */
export async function exportedPaper(corpus: Corpus, name: string): Promise<ExportedPaper> {
  const paper = corpus.paper(name);
  if (paper?.state === 'removed') throw new CorpusError('corpus/removed', `${paper.key} was removed.`);
  if (paper?.graphDigest === undefined) {
    throw new CorpusError('corpus/unknown-paper', `No paper has the key or identifier ${name}.`);
  }
  const { key, source, graphDigest } = paper;
  const nquads = await corpus.readGraph(graphDigest);
  const document = quadsToDocument(nquads, { base: corpus.baseIri });
  return { key, iri: paperIri(corpus.baseIri, key), nquads, document, source };
}

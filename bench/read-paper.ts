import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Document } from '@askg/contract';
import {
  type JatsCoverage,
  buildDocument,
  checkDocument,
  cutSentences,
  documentToNQuads,
  enrich,
  leanNQuads,
  measureJatsCoverage,
  paperKey,
  quadsToDocument,
  readJats,
} from '@askg/ddm';
import type { JatsFile } from './jats-files.ts';

export const base = 'http://localhost:3000/id/';

/** A file taken through the stages of ingest up to its graph, and what was measured on the way. */
export type ReadPaper = {
  name: string;
  digest: string;
  document: Document & { key: string };
  nquads: string;
  coverage: JatsCoverage;
  /** Reading, enriching and mapping, in ms, on the second of two runs: the first one warms the code up. */
  ms: number;
  /** Triples that the SPARQL store loads. */
  storeTriples: number;
  sentences: number;
  /** Whether the graph gives the document back, value by value. */
  exact: boolean;
  /** Faults that the structural check finds. */
  faults: number;
};

export function readPaper({ name, bytes }: JatsFile): ReadPaper {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const run = (): { document: Document & { key: string }; nquads: string; ms: number } => {
    const start = performance.now();
    const draft = readJats(bytes);
    const enriched = enrich(buildDocument(draft, { digest, cutSentences }));
    const document = { ...enriched, key: paperKey(enriched.identifiers, digest) };
    const nquads = documentToNQuads(document, { base, key: document.key });
    return { document, nquads, ms: performance.now() - start };
  };
  run();
  const { document, nquads, ms } = run();
  const store = leanNQuads(nquads).trimEnd().split('\n');
  return {
    name,
    digest,
    document,
    nquads,
    coverage: measureJatsCoverage(bytes, document),
    ms,
    storeTriples: store.length,
    sentences: store.filter((line) => line.includes('#type> <https://w3id.org/askg/ddm#Sentence> ')).length,
    exact: isDeepStrictEqual(quadsToDocument(nquads, { base }), document),
    faults: checkDocument(document).length,
  };
}

import { fileOnly, rdf } from './terms.ts';

const typePredicate = `<${rdf.type}>`;
const storageFree = new Set([...fileOnly].map((iri) => `<${iri}>`));

/** Names the projection: another one leaves other statements out. Has to change with `leanNQuads`. */
export const leanVersion = `1 ${[...fileOnly].toSorted().join(' ')}`;

/**
 * The projection of a graph file that the SPARQL store loads: without statements whose property, or whose class in a
 * typing, the ontology marks as file-only (`ddm:storage ddm:fileOnly`). Order is kept.
 * @param nquads canonical N-Quads
 */
export function leanNQuads(nquads: string): string {
  let out = '';
  for (let start = 0; start < nquads.length;) {
    const end = nquads.indexOf('\n', start) + 1 || nquads.length;
    if (!isFileOnly(nquads, start)) out += nquads.slice(start, end);
    start = end;
  }
  return out;
}

function isFileOnly(nquads: string, lineStart: number): boolean {
  const predicateStart = nquads.indexOf(' ', lineStart) + 1;
  const predicateEnd = nquads.indexOf(' ', predicateStart);
  const predicate = nquads.slice(predicateStart, predicateEnd);
  if (predicate !== typePredicate) return storageFree.has(predicate);
  return storageFree.has(nquads.slice(predicateEnd + 1, nquads.indexOf(' ', predicateEnd + 1)));
}

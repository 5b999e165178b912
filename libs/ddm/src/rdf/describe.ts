/**
 * What a graph file says of one resource: its statements and those of everything whose IRI continues its own after a
 * slash (of a paper: everything that was read; of a paragraph: its sentences and their citations). Order is kept.
 * @param nquads canonical N-Quads
 * @returns lines of the same text; empty where nothing is said
 */
export function describe(nquads: string, iri: string): string {
  const itself = `<${iri}> `;
  const below = `<${iri}/`;
  let out = '';
  for (let start = 0; start < nquads.length;) {
    const end = nquads.indexOf('\n', start) + 1 || nquads.length;
    if (nquads.startsWith(itself, start) || nquads.startsWith(below, start)) out += nquads.slice(start, end);
    start = end;
  }
  return out;
}

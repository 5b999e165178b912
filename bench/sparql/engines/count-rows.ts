/** Rows of a SPARQL result in JSON, 1 for a boolean, or lines of N-Triples. */
export function countRows(text: string): number {
  if (!text.startsWith('{')) return text.split('\n').filter(Boolean).length;
  const { results } = JSON.parse(text) as { results?: { bindings: unknown[] } };
  return results?.bindings.length ?? 1;
}

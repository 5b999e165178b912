import { FakeEmbedder } from './fake-embedder.ts';
import type { TestLibrary } from './test-library.ts';

/** What is to be found in all of the index: text of each passage, whether it has a vector and token vectors. */
export async function contents(library: TestLibrary, embedder = new FakeEmbedder()): Promise<[string, string][]> {
  const reader = library.reader();
  const words = await reader.searchWords('word1', { limit: 100 });
  const [vector = new Float32Array()] = await embedder.embed('query', ['word1']);
  const near = await reader.searchVector(embedder.model, vector, { limit: 100 });
  const embedded = new Set(near.map(({ passage }) => passage.iri));
  const passages = words.map(({ passage }) => passage);
  const tokens = await reader.tokenVectors(embedder.model, passages);
  const rows = passages.map(({ iri, paper }, i): [string, string] => [
    paper,
    `words${embedded.has(iri) ? ' vector' : ''}${tokens[i] ? ' tokens' : ''}`,
  ]);
  const { vectors } = await reader.counts(embedder.model);
  if (vectors !== embedded.size) throw new Error(`${vectors} vectors, ${embedded.size} found`);
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Keys of the papers of a projection that stands at their present graphs. */
export function standing({ corpus }: TestLibrary, name: 'passages' | 'vectors'): string[] {
  return [...corpus.projections.standing(name)].map(([graph]) => graph.slice(graph.lastIndexOf('/') + 1));
}

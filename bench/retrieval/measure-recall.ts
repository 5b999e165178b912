import type { PassageIndex } from '@askg/retrieval';
import { exactNeighbours } from './exact-neighbours.ts';
import { model, questionVector } from './synthetic-embedder.ts';
import { numberOf } from './synthetic-passages.ts';
import type { SyntheticVectors } from './synthetic-vectors.ts';

const questions = 30;
const depth = 100;

/** Which share of the true nearest the vector search finds. */
export async function measureRecall(index: PassageIndex, vectors: SyntheticVectors, passages: number): Promise<number> {
  const asked = Array.from({ length: questions }, (_, i) => questionVector(vectors, i, passages));
  const exact = exactNeighbours(vectors, passages, asked, depth);
  let found = 0;
  for (const [i, vector] of asked.entries()) {
    const hits = await index.searchVector(model, vector, { limit: depth });
    found += hits.filter(({ passage }) => exact[i]?.has(numberOf(passage))).length;
  }
  return found / (questions * depth);
}

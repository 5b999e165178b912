import { RetrievalError } from '../../retrieval-error.ts';
import { partlyReranked } from '../partly-reranked.ts';
import type { Reranked } from '../reranker.ts';
import type { GivenVectors } from './passage-vectors.ts';
import { unitCosine } from './vector-sums.ts';

/**
 * The cosine of the query with each passage, -1 to 1; those without a vector stay without a score, and it is said why.
 * @throws RetrievalError retrieval/wrong-vector when they cannot be of one model
 */
export function scoreByVector(wanted: string, query: Float32Array, { vectors, missing }: GivenVectors): Reranked {
  const other = vectors.find((vector) => vector && vector.length !== query.length);
  if (other) {
    const detail = `A passage has a vector of ${other.length} numbers, the query one of ${query.length}.`;
    throw new RetrievalError('retrieval/wrong-vector', detail);
  }
  const scores = vectors.map((vector) => vector && unitCosine(query, vector));
  return partlyReranked(wanted, scores, missing ?? 'They have no vector.');
}

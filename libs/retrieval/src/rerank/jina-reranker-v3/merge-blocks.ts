import { cosine } from './cosine.ts';

/** What one pass over a block of passages gives: the projected states, not scaled to unit length. */
export type BlockVectors = { query: Float32Array; passages: readonly Float32Array[] };

/**
 * One score in [-1, 1] a passage, block after block: the cosine of its vector and the mean of the blocks' query vectors, in
 * which a block weighs (1 + its best score) / 2. A block whose passages fit the query well thus says more of what the query
 * means. With one block the scores are that block's own. Where no block weighs anything, all weigh the same. NaN
 * for a vector that holds it.
 * Source: `rerank` in `modeling.py` of jina-reranker-v3.
 */
export function mergeBlocks(blocks: readonly BlockVectors[]): number[] {
  const [first] = blocks;
  if (first === undefined) return [];
  const weights = blocks.map(({ query, passages }) => {
    // A vector with numbers that are none has no cosine, and does not speak for its block.
    const cosines = passages.map((passage) => cosine(query, passage)).filter(Number.isFinite);
    const best = cosines.reduce((most, score) => Math.max(most, score), -1);
    return (1 + best) / 2;
  });
  const even = weights.every((weight) => weight === 0);
  const mean = new Float64Array(first.query.length);
  for (const [b, { query }] of blocks.entries()) {
    const weight = even ? 1 : (weights[b] ?? 0);
    if (weight === 0) continue;
    // The cosine does not care for the length of the mean, so the sum is not divided.
    for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] ?? 0) + weight * (query[k] ?? 0);
  }
  return blocks.flatMap(({ passages }) => passages.map((passage) => cosine(mean, passage)));
}

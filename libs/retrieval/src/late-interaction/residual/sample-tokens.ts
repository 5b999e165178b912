import type { TokenVectors } from '@askg/inference';
import { sampleOf, seededRandom } from './sample.ts';

/** Up to `size` token vectors of all documents together, drawn by the seed, to learn a codec from. */
export function sampleTokens(documents: readonly TokenVectors[], size: number, seed = 123): TokenVectors {
  const dimensions = documents[0]?.dimensions ?? 0;
  const all = documents.reduce((sum, { count }) => sum + count, 0);
  const chosen = sampleOf(all, size, seededRandom(seed));
  const data = new Float32Array(chosen.length * dimensions);
  let [document, before] = [0, 0];
  for (const [i, number] of chosen.entries()) {
    for (; number >= before + (documents[document]?.count ?? 0); document++) before += documents[document]?.count ?? 0;
    const from = (number - before) * dimensions;
    data.set(documents[document]?.data.subarray(from, from + dimensions) ?? [], i * dimensions);
  }
  return { count: chosen.length, dimensions, data };
}

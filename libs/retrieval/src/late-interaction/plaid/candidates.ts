import type { CentroidScores } from './centroid-scores.ts';
import type { InvertedLists } from './inverted-lists.ts';
import type { LivingDocuments } from './living-documents.ts';
import type { PlaidSettings } from './plaid-settings.ts';

/**
 * The first three stages: documents of the nearest centroids, ordered by their centroids first without those below the
 * threshold, of which `documents` stay, then with all, of which a quarter stays, but no fewer than `limit`.
 * @returns numbers of the documents to be scored exactly
 */
export function chooseCandidates(
  scores: CentroidScores,
  lists: InvertedLists,
  { starts, codes }: LivingDocuments,
  { cells, threshold, documents }: PlaidSettings,
  limit: number,
): Uint32Array {
  const interaction = (document: number, kept?: Uint8Array): number =>
    scores.interaction(codes, starts[document] as number, starts[document + 1] as number, kept);
  const found = documentsOf(scores.nearest(cells), lists, starts.length - 1);
  const reaching = scores.reaching(threshold);
  const first = greatest(found, documents, (document) => interaction(document, reaching));
  return greatest(first, Math.max(limit, Math.floor(documents / 4)), (document) => interaction(document));
}

/** Documents of any of the centroids, rising. */
function documentsOf(centroids: readonly number[], lists: InvertedLists, count: number): Uint32Array {
  const isFound = new Uint8Array(count);
  let size = 0;
  for (const centroid of centroids) {
    for (const document of lists.of(centroid)) {
      size += 1 - (isFound[document] as number);
      isFound[document] = 1;
    }
  }
  const found = new Uint32Array(size);
  for (let document = 0, at = 0; at < size; document++) if (isFound[document] === 1) found[at++] = document;
  return found;
}

/** The `size` documents of the greatest scores; of equals those with lower numbers. */
function greatest(documents: Uint32Array, size: number, scoreOf: (document: number) => number): Uint32Array {
  if (documents.length <= size) return documents;
  const scores = Float64Array.from(documents, scoreOf);
  // -Infinity minus itself is not a number, so that scores are compared, not subtracted.
  const order = Uint32Array.from(documents, (_, i) => i).toSorted((a, b) => {
    const [left, right] = [scores[a] as number, scores[b] as number];
    return left === right ? a - b : left > right ? -1 : 1;
  });
  return order.subarray(0, size).map((i) => documents[i] as number);
}

import { RetrievalError } from '../../retrieval-error.ts';
import type { SegmentEntry } from './plaid-manifest.ts';
import type { SegmentFile } from './segment-file.ts';

/** The documents of all segments that were not removed, numbered from 0. */
export type LivingDocuments = {
  ids: readonly string[];
  /** Where each document's codes begin; one number more than documents. */
  starts: Uint32Array;
  /** Centroid of each token vector. */
  codes: Uint32Array;
  /** Number of each document's segment. */
  segments: Uint32Array;
  /** Place of each document's first token vector in its segment. */
  firsts: Uint32Array;
};

/** @throws RetrievalError retrieval/damaged-index where a code names no centroid */
export function livingDocuments(
  files: readonly SegmentFile[],
  entries: readonly SegmentEntry[],
  centroids: number,
): LivingDocuments {
  const ids: string[] = [];
  const starts: number[] = [0];
  const segments: number[] = [];
  const firsts: number[] = [];
  let tokens = 0;
  for (const [number, { segment }] of files.entries()) {
    const gone = new Set(entries[number]?.removed);
    let first = 0;
    for (const [place, id] of segment.ids.entries()) {
      const length = segment.lengths[place] ?? 0;
      if (!gone.has(place)) {
        ids.push(id);
        tokens += length;
        starts.push(tokens);
        segments.push(number);
        firsts.push(first);
      }
      first += length;
    }
  }
  const codes = new Uint32Array(tokens);
  for (const [document, first] of firsts.entries()) {
    const start = starts[document] ?? 0;
    const length = (starts[document + 1] ?? 0) - start;
    codes.set(files[segments[document] ?? 0]?.segment.codes.subarray(first, first + length) ?? [], start);
  }
  if (codes.some((code) => code >= centroids)) {
    throw new RetrievalError('retrieval/damaged-index', 'A token vector names a centroid that is not there.');
  }
  return {
    ids,
    starts: Uint32Array.from(starts),
    codes,
    segments: Uint32Array.from(segments),
    firsts: Uint32Array.from(firsts),
  };
}

import type { SegmentEntry } from './plaid-manifest.ts';
import { type Segment, SegmentFile } from './segment-file.ts';

/** One segment of the documents that are left of several, in their order, and its records. */
export async function mergeSegments(
  folder: string,
  entries: readonly SegmentEntry[],
  recordBytes: number,
): Promise<{ segment: Segment; records: Uint8Array }> {
  const ids: string[] = [];
  const lengths: number[] = [];
  const codes: Uint32Array[] = [];
  const records: Uint8Array[] = [];
  for (const { file, removed } of entries) {
    const gone = new Set(removed);
    const opened = await SegmentFile.open(folder, file);
    try {
      const { segment } = opened;
      let first = 0;
      for (const [place, id] of segment.ids.entries()) {
        const length = segment.lengths[place] ?? 0;
        if (!gone.has(place)) {
          ids.push(id);
          lengths.push(length);
          codes.push(segment.codes.subarray(first, first + length));
          records.push(await opened.records(first, length));
        }
        first += length;
      }
    } finally {
      await opened.close();
    }
  }
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  const allCodes = new Uint32Array(tokens);
  const allRecords = new Uint8Array(tokens * recordBytes);
  let at = 0;
  for (const [i, part] of codes.entries()) {
    allCodes.set(part, at);
    allRecords.set(records[i] ?? [], at * recordBytes);
    at += part.length;
  }
  return { segment: { ids, lengths: Uint32Array.from(lengths), codes: allCodes }, records: allRecords };
}

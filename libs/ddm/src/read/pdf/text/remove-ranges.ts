import type { FlowText } from './flow-text.ts';

/** A flow without some stretches of its text (ascending, disjoint). */
export function removeRanges({ text, places }: FlowText, ranges: readonly { start: number; end: number }[]): FlowText {
  if (ranges.length === 0) return { text, places };
  const shift = (offset: number): number => {
    let gone = 0;
    for (const { start, end } of ranges) if (start < offset) gone += Math.min(end, offset) - start;
    return offset - gone;
  };
  let kept = '';
  let from = 0;
  for (const { start, end } of ranges) {
    kept += text.slice(from, start);
    from = end;
  }
  return {
    text: kept + text.slice(from),
    places: places
      .map((place) => ({ ...place, start: shift(place.start), end: shift(place.end) }))
      .filter(({ start, end }) => end > start),
  };
}

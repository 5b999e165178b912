import type { FlowText } from './flow-text.ts';
import { removeRanges } from './remove-ranges.ts';

/** Raised numbers and signs that call a footnote of their page are no part of a sentence. */
export function dropNoteMarkers(flow: FlowText, labels: ReadonlyMap<number, ReadonlySet<string>>): FlowText {
  const ranges = flow.places
    .filter(({ script, page, start, end }) => script === 'super' && labels.get(page)?.has(flow.text.slice(start, end)))
    .map(({ start, end }) => {
      // A space before a marker goes with it, unless a word follows at once.
      const spaced = flow.text.charAt(start - 1) === ' ' && !/^\p{L}/u.test(flow.text.slice(end));
      return { start: spaced ? start - 1 : start, end };
    });
  return removeRanges(flow, ranges);
}

import type { Span } from './spans.ts';

export type Score = { precision: number; recall: number; f1: number; found: number; expected: number };

/** Spans that are the same in both, type included if `typed`, among those found and those expected. */
export function spanF1(found: readonly Span[], expected: readonly Span[], typed: boolean): Score {
  const key = ({ id, start, end, type }: Span): string => `${id} ${start} ${end}${typed ? ` ${type}` : ''}`;
  const wanted = new Set(expected.map(key));
  const given = new Set(found.map(key));
  return scoreOf([...given].filter((each) => wanted.has(each)).length, given.size, wanted.size);
}

/** Spans that overlap one of the other side: precision over those found, recall over those expected. */
export function overlapF1(found: readonly Span[], expected: readonly Span[]): Score {
  const touches = (list: readonly Span[]): ((span: Span) => boolean) => {
    const bySentence = Map.groupBy(list, ({ id }) => id);
    return ({ id, start, end }) => (bySentence.get(id) ?? []).some((other) => other.start < end && other.end > start);
  };
  const precision = ratio(found.filter(touches(expected)).length, found.length);
  const recall = ratio(expected.filter(touches(found)).length, expected.length);
  return {
    precision,
    recall,
    f1: ratio(2 * precision * recall, precision + recall),
    found: found.length,
    expected: expected.length,
  };
}

function scoreOf(right: number, found: number, expected: number): Score {
  return {
    precision: ratio(right, found),
    recall: ratio(right, expected),
    f1: ratio(2 * right, found + expected),
    found,
    expected,
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

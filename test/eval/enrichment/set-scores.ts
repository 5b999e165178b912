import { round } from '../../../bench/statistics.ts';
import { f1, sum, type Tally } from '../documents/measures/tally.ts';
import type { Figure } from '../main.ts';

/** What two sets share and hold. */
export function compareSets(predicted: readonly string[], expected: readonly string[]): Tally {
  const wanted = new Set(expected);
  const found = new Set(predicted);
  const matched = [...found].filter((each) => wanted.has(each)).length;
  return { matched, predicted: found.size, expected: wanted.size };
}

/** Precision, recall and F1 over all papers. */
export function setFigures(name: string, tallies: readonly Tally[]): Figure[] {
  const all = sum(tallies);
  const part = (a: number, b: number): number => round(b === 0 ? 0 : a / b, 4);
  return [
    { name: `precision${name}`, value: part(all.matched, all.predicted), unit: '' },
    { name: `recall${name}`, value: part(all.matched, all.expected), unit: '' },
    { name: `F1${name}`, value: round(f1(all) ?? 0, 4), unit: '' },
  ];
}

import { round } from '../../../bench/statistics.ts';
import type { Figure } from '../main.ts';
import type { ClaimPair, Judged } from './claim-pair.ts';

/** Precision and recall of calling a claim supported, and F1 of both. */
export function scores(name: string, pairs: readonly ClaimPair[], passed: readonly boolean[]): Figure[] {
  const called = pairs.filter((_, i) => passed[i]);
  const right = called.filter(({ supported }) => supported).length;
  const due = pairs.filter(({ supported }) => supported).length;
  const precision = called.length === 0 ? 1 : right / called.length;
  const recall = due === 0 ? 1 : right / due;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return Object.entries({ precision, recall, F1: f1 }).map(([measure, value]) => ({
    name: `${name}: ${measure}`,
    value: round(value, 3),
    unit: '',
  }));
}

/** How often a wrong claim is passed, and a right one refused, in shares of each. */
export function errors(name: string, judged: readonly Judged[]): Figure[] {
  const of = (supported: boolean): readonly Judged[] => judged.filter(({ pair }) => pair.supported === supported);
  const share = (all: readonly Judged[], test: (each: Judged) => boolean): number =>
    all.length === 0 ? 0 : round(all.filter(test).length / all.length, 3);
  return [
    { name: `${name}: unsupported claims called supported`, value: share(of(false), isPassed), unit: '' },
    {
      name: `${name}: unsupported claims shown, marked as partly supported`,
      value: share(of(false), ({ label }) => label === 'partly'),
      unit: '',
    },
    { name: `${name}: supported claims not called so`, value: share(of(true), (each) => !isPassed(each)), unit: '' },
    { name: `${name}: supported claims dropped`, value: share(of(true), ({ label }) => label === 'dropped'), unit: '' },
  ];
}

export function isPassed({ label }: Judged): boolean {
  return label === 'supported';
}

/** The threshold of a score whose F1 is best; ties take the highest. */
export function bestThreshold(pairs: readonly ClaimPair[], values: readonly number[]): number {
  const f1At = (threshold: number): number =>
    scores(
      '',
      pairs,
      values.map((value) => value >= threshold),
    ).at(-1)?.value ?? 0;
  return [...new Set(values)].reduce((best, value) => {
    const [a, b] = [f1At(value), f1At(best)];
    return a > b || (a === b && value > best) ? value : best;
  }, values[0] ?? 0);
}

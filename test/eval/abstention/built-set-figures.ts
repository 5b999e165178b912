import { randomNumbers } from '../../../bench/crash/random-numbers.ts';
import { quantile, round } from '../../../bench/statistics.ts';
import type { Figure } from '../main.ts';
import type { AskedPair } from './ask-pairs.ts';
import { abstention, bestThreshold, type Judged, riskArea } from './selective.ts';

const byVector = 'cosine of the best passage';
export const seed = 11;
const draws = 2000;
/** Bar on the share of answerable questions that are refused. */
export const mostRefused = 0.15;

/** What can be thresholded by itself: each feature (those that speak against an answer turned round), and the baselines. */
export function singleScores(pairs: readonly AskedPair[]): Map<string, (pair: AskedPair) => number> {
  const against = new Set(['unknown', 'strangeName', 'noValue']);
  const names = Object.keys(pairs[0]?.features ?? {});
  return new Map([
    ...names.map((name): [string, (pair: AskedPair) => number] => [
      name,
      ({ features }) => (features[name] ?? 0) * (against.has(name) ? -1 : 1),
    ]),
    ['BM25 of the best passage', ({ bm25 }) => bm25],
    [byVector, ({ cosine }) => cosine],
  ]);
}

/** Figures of the verdict, and of every single score with the threshold that is best for it on these very pairs. */
export function builtSetFigures(pairs: readonly AskedPair[], labels: ReadonlyMap<string, boolean>): Figure[] {
  const judge = (score: (pair: AskedPair) => number): Judged[] =>
    pairs.map((pair) => ({ isAnswerable: labels.get(pair.id) ?? false, score: score(pair) }));
  const verdict = judge(({ confidence }) => confidence);
  const threshold = pairs[0]?.threshold ?? 0;
  const singles = [...singleScores(pairs)].map(([name, score]) => ({ name, judged: judge(score) }));
  // Without an embedder its scores are no choice.
  const open = singles.filter(({ name }) => pairs[0]?.method !== 'words' || name !== byVector);
  const best = open.toSorted((a, b) => riskArea(a.judged) - riskArea(b.judged))[0];
  const own = abstention(verdict, threshold);
  return [
    { name: 'pairs', value: pairs.length, unit: `${verdict.filter((each) => each.isAnswerable).length} answerable` },
    measured('abstention F1', verdict, (judged) => abstention(judged, threshold).f1, '0.70'),
    { name: 'abstention precision', value: round(own.precision, 3), unit: '' },
    { name: 'abstention recall', value: round(own.recall, 3), unit: '' },
    measured('over-refusal', verdict, (judged) => abstention(judged, threshold).overRefusal, `under ${mostRefused}`),
    measured('AURC', verdict, riskArea, `below ${round(best ? riskArea(best.judged) : 1, 4)}`),
    ...(best ? [gain(verdict, best)] : []),
    ...singles.flatMap(({ name, judged }) => singleFigures(name, judged)),
  ];
}

function singleFigures(name: string, judged: readonly Judged[]): Figure[] {
  const { f1, overRefusal } = abstention(judged, bestThreshold(judged, mostRefused));
  return [
    { name: `${name}, AURC`, value: round(riskArea(judged), 4), unit: '' },
    {
      name: `${name}, abstention F1 at its best threshold`,
      value: round(f1, 3),
      unit: `(refuses ${round(overRefusal, 3)})`,
    },
  ];
}

function gain(verdict: readonly Judged[], best: { name: string; judged: readonly Judged[] }): Figure {
  const less = (at: readonly number[]): number => riskArea(pick(best.judged, at)) - riskArea(pick(verdict, at));
  const all = verdict.map((_, i) => i);
  return { name: `AURC less than by ${best.name}`, value: round(less(all), 4), unit: interval(verdict.length, less) };
}

function measured(name: string, judged: readonly Judged[], measure: (judged: Judged[]) => number, bar: string): Figure {
  const unit = interval(judged.length, (at) => measure(pick(judged, at)));
  return { name, value: round(measure([...judged]), 4), unit, bar };
}

/** The 95 % interval of a measure, its pairs drawn anew with replacement (percentile bootstrap). */
function interval(size: number, measure: (at: readonly number[]) => number): string {
  const random = randomNumbers(seed);
  const values = Array.from({ length: draws }, () =>
    measure(Array.from({ length: size }, () => Math.floor(random() * size))),
  );
  return `(${round(quantile(values, 0.025), 4)} to ${round(quantile(values, 0.975), 4)})`;
}

function pick(judged: readonly Judged[], at: readonly number[]): Judged[] {
  return at.flatMap((i) => judged[i] ?? []);
}

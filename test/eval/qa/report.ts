import { pairedBootstrap } from '@askg/retrieval';
import { randomNumbers } from '../../../bench/crash/random-numbers.ts';
import { median, quantile, round } from '../../../bench/statistics.ts';
import type { EvaluationReport, Figure } from '../main.ts';
import { type Method, methods } from './methods.ts';
import type { Prediction } from './prediction.ts';
import type { QaSet } from './qa-set.ts';

/** Seed of the resampling. */
export const seed = 11;

/** Figures that a bar was set for. */
const bars: Readonly<Record<string, string>> = { 'qasper evidence F1': '>= 0.40' };

/** Scores all methods; this is where the gold is opened. */
export function reportOf(set: QaSet, predictions: Readonly<Record<Method, readonly Prediction[]>>): EvaluationReport {
  const score = set.gold();
  const scored = new Map(methods.map((method) => [method, score(predictions[method])]));
  const own = scored.get('askg');
  const names = Object.keys(own?.each ?? {});
  const figures: Figure[] = [{ name: 'questions', value: predictions.askg.length, unit: '' }];
  for (const name of names) {
    for (const method of methods) {
      const values = scored.get(method)?.each[name]?.filter((value) => value !== undefined) ?? [];
      const bar = method === 'askg' ? bars[`${set.name} ${name}`] : undefined;
      figures.push({ ...withInterval(`${method}, ${name}`, values), ...(bar === undefined ? {} : { bar }) });
    }
    const gains = methods.slice(1).map((method) => gain(method, name, scored.get(method)?.each[name], own?.each[name]));
    figures.push(...gains);
  }
  for (const method of methods) {
    for (const figure of scored.get(method)?.whole ?? []) {
      figures.push({ ...figure, name: `${method}, ${figure.name}`, value: round(figure.value, 3) });
    }
    const words = predictions[method].map(({ evidence }) => evidence.join(' ').split(/\s+/u).length);
    figures.push({ name: `${method}, words of evidence, median`, value: median(words), unit: '' });
  }
  const refused = predictions.askg.filter(({ verdict }) => verdict === 'not-in-corpus').length;
  const ms = predictions.askg.map((each) => each.ms);
  figures.push(
    { name: 'askg, refused', value: refused, unit: `of ${predictions.askg.length}` },
    { name: 'askg, answer, median', value: median(ms), unit: 'ms' },
    { name: 'askg, answer, 95 of 100', value: quantile(ms, 0.95), unit: 'ms' },
  );
  return {
    name: set.name,
    figures,
    details: { seed, notes: own?.notes ?? {}, questions: rowsOf(predictions.askg, own?.each) },
  };
}

function withInterval(name: string, values: readonly number[]): Figure {
  const zeros = values.map(() => 0);
  const { mean, low, high } = pairedBootstrap(zeros, values, randomNumbers(seed));
  return { name, value: round(mean, 3), unit: `(${round(low, 3)} to ${round(high, 3)}, n ${values.length})` };
}

function gain(
  method: Method,
  name: string,
  before: readonly (number | undefined)[] = [],
  after: readonly (number | undefined)[] = [],
): Figure {
  const pairs = after.flatMap((value, i) => {
    const other = before[i];
    return value === undefined || other === undefined ? [] : [[other, value] as const];
  });
  const { mean, low, high } = pairedBootstrap(
    pairs.map(([other]) => other),
    pairs.map(([, value]) => value),
    randomNumbers(seed),
  );
  return {
    name: `askg over ${method}, ${name}`,
    value: round(mean, 3),
    unit: `(${round(low, 3)} to ${round(high, 3)})`,
  };
}

/** Each question with its scores, for reading where it goes wrong. */
function rowsOf(
  asked: readonly Prediction[],
  each: Readonly<Record<string, readonly (number | undefined)[]>> = {},
): Record<string, unknown>[] {
  return asked.map(({ id, verdict }, i) => ({
    id,
    verdict,
    ...Object.fromEntries(
      Object.entries(each).flatMap(([name, values]) => {
        const value = values[i];
        return value === undefined ? [] : [[name, round(value, 3)]];
      }),
    ),
  }));
}

import { pairedBootstrap } from '@askg/retrieval';
import { randomNumbers } from '../../../bench/crash/random-numbers.ts';
import { median, quantile, round } from '../../../bench/statistics.ts';
import type { EvaluationReport, Figure } from '../main.ts';
import type { Asked } from './ask-all.ts';
import type { Method } from './methods.ts';
import { modelFigures } from './model-figures.ts';
import type { Prediction } from './prediction.ts';
import type { QaSet, SetScores } from './qa-set.ts';

/** Seed of the resampling. */
export const seed = 11;

/** Figures that a bar was set for. */
const bars: Readonly<Record<string, string>> = {
  'qasper evidence F1': '>= 0.40',
  'scholarqabench citation precision': '>= 0.80',
};

/** Scores all methods; this is where the gold is opened. */
export function reportOf(set: QaSet, asked: Asked, openMs: number): EvaluationReport {
  const score = set.gold();
  const methods = Object.keys(asked) as Method[];
  const scored = new Map(methods.map((method) => [method, score(asked[method] ?? [])]));
  const own = scored.get('askg');
  const figures: Figure[] = [{ name: 'questions', value: asked.askg.length, unit: '' }];
  for (const name of Object.keys(own?.each ?? {})) {
    // Some figures are there for some ways of answering only.
    const having = methods.filter((method) => valuesOf(scored.get(method), name).length > 0);
    for (const method of having) {
      const bar = method === 'askg' ? bars[`${set.name} ${name}`] : undefined;
      figures.push({ ...withInterval(`${method}, ${name}`, valuesOf(scored.get(method), name)), ...barred(bar) });
    }
    for (const [a, b] of compared(having)) {
      const bar = b === 'text alone' ? 'never below 0' : undefined;
      figures.push({ ...gain(a, b, name, scored), ...barred(bar) });
    }
  }
  for (const method of methods) {
    for (const figure of scored.get(method)?.whole ?? []) {
      figures.push({ ...figure, name: `${method}, ${figure.name}`, value: round(figure.value, 3) });
    }
    const words = (asked[method] ?? []).map(({ evidence }) => evidence.join(' ').split(/\s+/u).length);
    figures.push({ name: `${method}, words of evidence, median`, value: median(words), unit: '' });
  }
  figures.push(...(set.baselines?.() ?? []).map((figure) => ({ ...figure, value: round(figure.value, 3) })));
  figures.push(...runFigures(asked, openMs), ...modelFigures(asked['askg with a chat model']));
  return {
    name: set.name,
    figures,
    details: { seed, notes: own?.notes ?? {}, questions: rowsOf(asked.askg, own?.each) },
  };
}

/** The product against every baseline, and with a chat model against itself. */
function compared(methods: readonly Method[]): (readonly [Method, Method])[] {
  const model = 'askg with a chat model';
  const baselines = methods.filter((method) => method !== 'askg' && method !== model);
  const withModel = methods.includes(model) ? ([[model, 'askg']] as const) : [];
  return [...withModel, ...baselines.map((method) => ['askg', method] as const)];
}

function runFigures({ askg, ...others }: Asked, openMs: number): Figure[] {
  const of = `of ${askg.length}`;
  const ms = askg.map((each) => each.ms);
  const text = others['text alone'] ?? [];
  const differs = askg.filter(({ evidence }, i) => evidence.join('\n') !== text[i]?.evidence.join('\n'));
  return [
    { name: 'askg, refused', value: askg.filter(({ verdict }) => verdict === 'not-in-corpus').length, unit: of },
    { name: 'questions with sentences named by the graph', value: count(askg, ({ graph }) => graph.nodes), unit: of },
    { name: 'questions answered by rows', value: count(askg, ({ graph }) => graph.rows), unit: of },
    { name: 'questions with other evidence than text alone gives', value: differs.length, unit: of },
    { name: 'askg, answer, median', value: median(ms), unit: 'ms' },
    { name: 'askg, answer, 95 of 100', value: quantile(ms, 0.95), unit: 'ms' },
    { name: 'papers read or opened', value: openMs, unit: 'ms' },
  ];
}

function count(asked: readonly Prediction[], of: (prediction: Prediction) => number): number {
  return asked.filter((prediction) => of(prediction) > 0).length;
}

function barred(bar: string | undefined): { bar?: string } {
  return bar === undefined ? {} : { bar };
}

function valuesOf(scores: SetScores | undefined, name: string): number[] {
  return scores?.each[name]?.filter((value) => value !== undefined) ?? [];
}

function withInterval(name: string, values: readonly number[]): Figure {
  const zeros = values.map(() => 0);
  const { mean, low, high } = pairedBootstrap(zeros, values, randomNumbers(seed));
  return { name, value: round(mean, 3), unit: `(${round(low, 3)} to ${round(high, 3)}, n ${values.length})` };
}

function gain(method: Method, over: Method, name: string, scored: ReadonlyMap<Method, SetScores>): Figure {
  const before = scored.get(over)?.each[name] ?? [];
  const after = scored.get(method)?.each[name] ?? [];
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
    name: `${method} over ${over}, ${name}`,
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

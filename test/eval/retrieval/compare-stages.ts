import {
  type Gain,
  type Judgements,
  measureQuery,
  measureRun,
  pairedBootstrap,
  type QueryMeasures,
  type Run,
} from '@askg/retrieval';
import { randomNumbers } from '../../../bench/crash/random-numbers.ts';
import { round } from '../../../bench/statistics.ts';
import { type Stage, stages } from './stage-runs.ts';

/** Seed of the resampling. */
export const seed = 8;

const figures = ['ndcgAt10', 'recallAt100', 'reciprocalRank'] as const satisfies readonly (keyof QueryMeasures)[];
export type StageFigure = (typeof figures)[number];

export type StageReport = {
  stage: Stage;
  figures: Record<StageFigure, number>;
  /** nDCG@10 against the stage before, and against the search by words. */
  gainOverBefore?: Gain;
  gainOverWords?: Gain;
};

/** The figures of each stage with its gains over the questions that have an answer; a question without a run counts as 0. */
export function compareStages(runs: ReadonlyMap<Stage, Run>, judgements: Judgements): StageReport[] {
  const each = new Map(stages.map((stage) => [stage, gainsOf(runs.get(stage) ?? new Map(), judgements)]));
  const there = stages.filter((stage) => runs.has(stage));
  return there.map((stage, i) => {
    const own = each.get(stage) ?? [];
    const before = there[i - 1];
    const measured = measureRun(runs.get(stage) ?? new Map(), judgements);
    return {
      stage,
      figures: Object.fromEntries(figures.map((name) => [name, round(measured[name], 4)])) as StageReport['figures'],
      ...(before === undefined ? {} : { gainOverBefore: rounded(gain(each.get(before) ?? [], own)) }),
      ...(stage === 'words' ? {} : { gainOverWords: rounded(gain(each.get('words') ?? [], own)) }),
    };
  });
}

/** The questions that the run does worst at, with the best rank of something relevant. */
export function worstQuestions(run: Run, judgements: Judgements, count: number): { id: string; ndcgAt10: number }[] {
  return [...run]
    .flatMap(([id, found]) => {
      const measures = measureQuery(found, judgements.get(id) ?? new Map());
      return measures ? [{ id, ndcgAt10: round(measures.ndcgAt10, 4), recall: measures.recallAt100 }] : [];
    })
    .toSorted((a, b) => a.ndcgAt10 - b.ndcgAt10 || a.recall - b.recall || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id, ndcgAt10, recall }) => ({ id, ndcgAt10, recallAt100: round(recall, 4) }));
}

function gainsOf(run: Run, judgements: Judgements): number[] {
  return [...judgements].flatMap(([question, judged]) => measureQuery(run.get(question) ?? [], judged)?.ndcgAt10 ?? []);
}

function gain(before: readonly number[], after: readonly number[]): Gain {
  return pairedBootstrap(before, after, randomNumbers(seed));
}

function rounded({ mean, low, high }: Gain): Gain {
  return { mean: round(mean, 4), low: round(low, 4), high: round(high, 4) };
}

import { validateQuery } from '@askg/kgqp';
import { median, round } from '../../../bench/statistics.ts';
import type { EvaluationReport, Figure } from '../main.ts';
import { meanFigure, seed } from './intervals.ts';
import type { Predicted } from './predict.ts';
import { setF1, structureOf, termsOf } from './query-terms.ts';
import type { Gold, QuestionSet } from './question-set.ts';
import { scoreValues, type ValueScore } from './score-values.ts';
import { versions } from './versions.ts';

export type Scored = Predicted & { score: ValueScore; gold: Gold; question: string };

/** Sets predictions beside the gold. */
export function scoreAll({ inputs }: QuestionSet, predicted: readonly Predicted[], golds: readonly Gold[]): Scored[] {
  const questions = new Map(inputs.map(({ id, question }) => [id, question]));
  const byId = new Map(golds.map((gold) => [gold.id, gold]));
  return predicted.flatMap((each) => {
    const gold = byId.get(each.id);
    if (gold === undefined) return [];
    const score = scoreValues(each.values, gold.values, gold.also);
    return [{ ...each, score, gold, question: questions.get(each.id) ?? '' }];
  });
}

/** The figures of one set, with intervals over its questions. */
export function figuresOf(set: QuestionSet, scored: readonly Scored[], bar?: string): Figure[] {
  const { name } = set;
  const mean = (label: string, value: (each: Scored) => number, limit?: string) =>
    meanFigure(`${name}, ${label}`, scored.map(value), limit);
  const executed = scored.flatMap(({ runs }) => runs.filter(({ state }) => state !== 'invalid'));
  const isValid = (text: string) => validateQuery(text, set.vocabulary, { mend: false }).isValid;
  const times = scored.map(({ ms }) => ms);
  return [
    { name: `${name}, questions`, value: scored.length, unit: '' },
    mean('precision', ({ score }) => score.precision),
    mean('recall', ({ score }) => score.recall),
    mean('F1', ({ score }) => score.f1, bar),
    mean("F1 of the challenge's metric", ({ score }) => score.challengeF1),
    mean('exactly the right set', ({ score }) => Number(score.isExact)),
    mean('F1 of answers that are sure of themselves', ({ score, confidence }) => (confidence >= 0.5 ? score.f1 : 0)),
    mean('parsed', ({ sparql }) => Number(structureOf(sparql) !== undefined)),
    mean('valid against the schema', ({ sparql }) => Number(sparql !== '' && isValid(sparql))),
    mean('not empty', ({ values }) => Number(values.length > 0)),
    ...linkingFigures(name, scored),
    { name: `${name}, executed queries`, value: executed.length, unit: '' },
    {
      name: `${name}, executed queries valid against the schema`,
      value: round(executed.filter(({ text }) => isValid(text)).length / Math.max(1, executed.length), 4),
      unit: '',
      bar: '1',
    },
    { name: `${name}, time, median`, value: round(median(times), 0), unit: 'ms', bar: '150 without a model' },
    { name: `${name}, time, longest`, value: round(Math.max(...times), 0), unit: 'ms', bar: '1000 without a model' },
    { name: `${name}, model calls`, value: sum(scored.map(({ calls }) => calls)), unit: '' },
    { name: `${name}, tokens`, value: sum(scored.map(({ tokens }) => tokens)), unit: '' },
  ];
}

function linkingFigures(name: string, scored: readonly Scored[]): Figure[] {
  const pairs = scored.flatMap(({ sparql, gold }) => {
    const right = structureOf(gold.sparql ?? '');
    if (right === undefined) return [];
    const own = structureOf(sparql);
    return [{ own: own === undefined ? undefined : termsOf(own), right: termsOf(right) }];
  });
  if (pairs.length === 0) return [];
  return (['properties', 'classes', 'things'] as const).map((kind) =>
    meanFigure(
      `${name}, ${kind} as in the gold query, F1`,
      pairs.map(({ own, right }) => (own === undefined ? 0 : setF1(own[kind], right[kind]))),
    ),
  );
}

/** Failures are listed for questions that may be learnt from, and for no others. */
export function detailsOf(scored: readonly Scored[], mayBeRead: boolean): EvaluationReport['details'] {
  const failures = scored.filter(({ score }) => score.f1 < 1).toSorted((a, b) => a.score.f1 - b.score.f1);
  return {
    versions: versions(),
    seed,
    ...(mayBeRead
      ? {
          failures: failures.map(({ id, question, score, sparql, confidence }) => ({
            id,
            question,
            f1: round(score.f1, 3),
            confidence: round(confidence, 2),
            sparql,
          })),
        }
      : {}),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import type { Question } from '@askg/contract';
import type { Prediction } from './prediction.ts';

export type Score = {
  id: string;
  kind: Question['kind'];
  verdict: boolean;
  /** Of a graph question: whether one column of the rows, or the answer itself, is exactly the set expected. */
  values?: boolean;
  /** Share of the expected values that stand in the rows or the answer. */
  recall?: number;
  /** Of a text question: whether an expected sentence is among the quotes, and the share of them that is. */
  hit?: boolean;
  sentences?: number;
};

export function scoreOf(question: Question, prediction: Prediction): Score {
  const verdict = prediction.verdict === question.verdict;
  const score: Score = { id: question.id, kind: question.kind, verdict };
  const { values, sentences } = question.expect;
  if (values !== undefined) Object.assign(score, scoreValues(values, prediction));
  if (sentences !== undefined) {
    const quotes = new Set(prediction.evidence.map(fold));
    const found = sentences.filter(({ text }) => quotes.has(fold(text)));
    Object.assign(score, { hit: found.length > 0, sentences: found.length / sentences.length });
  }
  return score;
}

function scoreValues(expected: readonly string[], prediction: Prediction): { values: boolean; recall: number } {
  const wanted = new Set(expected.map(fold));
  const columns = Object.values(prediction.values).map((column) => new Set(column.map(foldBoolean)));
  const all = new Set(columns.flatMap((column) => [...column]));
  const found = [...wanted].filter((value) => all.has(value)).length;
  const isExact = columns.some((column) => column.size === wanted.size && [...wanted].every((value) => column.has(value)));
  return { values: isExact, recall: wanted.size === 0 ? 1 : found / wanted.size };
}

/** Case, space and typographic habits do not make a value another one. */
function fold(value: string): string {
  return value.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/** A yes or no is a boolean in the rows. */
function foldBoolean(value: string): string {
  const folded = fold(value);
  return folded === 'true' ? 'yes' : folded === 'false' ? 'no' : folded;
}

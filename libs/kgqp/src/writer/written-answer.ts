import type { SparqlRun } from '@askg/contract';
import type { FactAnswer } from '../facts.ts';
import { factRows } from '../planner/fact-rows.ts';
import type { Selected } from '../linking/select-rows.ts';
import type { Shape } from '../question/question.ts';
import type { ValidQuery } from '../validate/validate-query.ts';

/** What is known of a query that a model wrote, once it has run. */
export type RanWritten = {
  query: ValidQuery;
  run: SparqlRun;
  selected: Selected;
  /** What the model says that the query leaves out; empty for nothing. */
  missing: string;
  /** Whether another query of the model, or the planner's, gives the same. */
  support: 'none' | 'candidate' | 'planner';
};

/**
 * How far a model's query is trusted to mean the question: one that ran says little by itself. Set by hand, on the side of
 * the planner, which is right far more often than a small model.
 */
const trust = { none: 0.55, candidate: 0.65, planner: 0.8 };
const mendedCosts = 0.05;
const missingCosts = 0.1;

/** What a query written by a model gave. Columns of IRIs are what the rows rest on, if there are other columns. */
export function writtenAnswer(
  shape: Shape,
  { query, run, selected, missing, support }: RanWritten,
  model: string,
): FactAnswer {
  const isIri = (column: string) =>
    selected.rows.length > 0 && selected.rows.every((row) => row[column] === undefined || row[column].type === 'uri');
  const iriColumns = selected.variables.filter(isIri);
  const literals = selected.variables.filter((column) => !isIri(column));
  const columns = selected.boolean === undefined ? (literals.length > 0 ? literals : selected.variables) : ['answer'];
  const compiled = { query: { ask: [] }, columns, sourceColumns: iriColumns };
  const costs = (query.repairs.length > 0 ? mendedCosts : 0) + (missing === '' ? 0 : missingCosts);
  const reading = `what a query written by ${model} gives`;
  return {
    run,
    shape: shapeOf(shape, selected),
    columns,
    rows: factRows(compiled, selected, undefined, []),
    confidence: Math.round((trust[support] - costs) * 1000) / 1000,
    reading: missing === '' ? reading : `${reading}; it says that it leaves out: ${missing}`,
  };
}

function shapeOf(shape: Shape, { boolean }: Selected): Shape {
  if (boolean !== undefined) return 'yes-no';
  return shape === 'yes-no' || shape === 'text' ? 'list' : shape;
}

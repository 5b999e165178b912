import type { SparqlRun } from '@askg/contract';
import type { FactAnswer } from '../facts.ts';
import { factRows } from '../planner/fact-rows.ts';
import type { Selected } from '../linking/select-rows.ts';
import type { AnalysedQuestion, Shape } from '../question/question.ts';
import type { ValidQuery } from '../validate/validate-query.ts';

/** A model's query that ran says little by itself of whether it means the question. */
const trust = 0.55;
const trustWhenMended = 0.5;

/** What a query written by a model gave. Columns of IRIs are what the rows rest on, if there are other columns. */
export function writtenAnswer(
  question: AnalysedQuestion,
  query: ValidQuery,
  run: SparqlRun,
  selected: Selected,
  model: string,
): FactAnswer {
  const isIri = (column: string) =>
    selected.rows.length > 0 && selected.rows.every((row) => row[column] === undefined || row[column].type === 'uri');
  const iriColumns = selected.variables.filter(isIri);
  const literals = selected.variables.filter((column) => !isIri(column));
  const columns = selected.boolean === undefined ? (literals.length > 0 ? literals : selected.variables) : ['answer'];
  const compiled = { query: { ask: [] }, columns, sourceColumns: iriColumns };
  return {
    run,
    shape: shapeOf(question.shape, selected),
    columns,
    rows: factRows(compiled, selected, undefined, []),
    confidence: query.repairs.length === 0 ? trust : trustWhenMended,
    reading: `what a query written by ${model} gives`,
  };
}

function shapeOf(shape: Shape, { boolean }: Selected): Shape {
  if (boolean !== undefined) return 'yes-no';
  return shape === 'yes-no' || shape === 'text' ? 'list' : shape;
}

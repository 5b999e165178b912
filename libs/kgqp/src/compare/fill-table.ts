import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Degraded, SparqlRun } from '@askg/contract';
import { parseIri } from '@askg/ddm';
import type { CitablePaper } from '../evidence/citable-paper.ts';
import { RunCancelled, withDeadline } from '../run/race.ts';
import type { RunContext } from '../run/run-context.ts';
import { degradedBy } from '../run/step-failure.ts';
import type { Aspect } from './aspect.ts';
import { askedCell } from './asked-cell.ts';
import { type Cell, emptyCell } from './cell.ts';
import { fieldCell } from './field-cell.ts';
import { irisOf } from './find-papers.ts';
import { namesCell } from './names-cell.ts';
import type { FieldValue, PaperFacts } from './paper-facts.ts';
import { textCell } from './text-cell.ts';

export type TableRow = { paper: CitablePaper; cells: Cell[] };

export type FilledTable = { rows: TableRow[]; queries: SparqlRun[]; degraded: Degraded[] };

type Fields = { values: FieldValue[]; queries: SparqlRun[]; degraded: Degraded[]; isMissing: boolean };

/** Fills a table: what the graph holds by one query for all papers, the rest from the text of each paper. */
export async function fillTable(
  context: RunContext,
  facts: PaperFacts,
  keys: readonly string[],
  aspects: readonly Aspect[],
): Promise<FilledTable> {
  const { parts, view, signal } = context;
  const fields = await parts.watch.time('fields', () => readFields(context, facts, keys, aspects));
  const degraded = [...fields.degraded];
  const rows: TableRow[] = [];
  const until = parts.watch.elapsed + parts.deadlines.passages;
  await parts.watch.time('cells', async () => {
    for (const key of keys) {
      // A long paper takes a tenth of a second: others are served in between, and a run that was ended goes no further.
      await nextTurn();
      if (signal.aborted) throw new RunCancelled();
      const paper = await view.paper(key);
      if (paper === undefined) continue;
      const cells: Cell[] = [];
      for (const aspect of aspects) {
        const { cell, notes } = await cellOf(aspect, paper, fields, { ...context, until });
        cells.push(cell);
        degraded.push(...notes);
      }
      rows.push({ paper, cells });
    }
  });
  return { rows, queries: fields.queries, degraded: [...degraded, ...view.unreadable] };
}

async function cellOf(
  aspect: Aspect,
  paper: CitablePaper,
  fields: Fields,
  context: RunContext & { until: number },
): Promise<{ cell: Cell; notes: Degraded[] }> {
  const { view } = context;
  const { field, names, signs, entities } = aspect;
  const valuesOf = (name: string | undefined): FieldValue[] =>
    fields.values.filter((value) => value.field === name && parseIri(view.base, value.paper)?.key === paper.key);
  if (names !== undefined) return { cell: namesCell(aspect, paper, view), notes: [] };
  const known = valuesOf(entities?.name).map(({ value }) => value.value);
  const said = signs === undefined ? emptyCell : textCell(signs, paper, view, known);
  if (field !== undefined) {
    if (fields.isMissing) return { cell: { ...emptyCell, verdict: 'no-answer' }, notes: [] };
    return { cell: joinCells(await fieldCell(aspect, paper, valuesOf(field.name), view), said), notes: [] };
  }
  if (signs !== undefined) return { cell: said, notes: [] };
  if (context.parts.watch.elapsed > context.until) {
    const reason = `It took longer than ${context.parts.deadlines.passages} ms.`;
    const late = { step: 'cells', wanted: 'all cells', used: 'those that were ready', reason };
    return { cell: { ...emptyCell, verdict: 'no-answer' }, notes: [late] };
  }
  const { cell, degraded } = await askedCell(aspect, paper, context);
  return { cell, notes: degraded };
}

/** What the graph holds, and what the text says beside it. */
function joinCells(one: Cell, other: Cell): Cell {
  if (one.text === '') return other;
  if (other.text === '') return one;
  return {
    ...one,
    text: `${one.text} … ${other.text}`,
    claims: [...one.claims, ...other.claims],
    ...(other.units ? { units: other.units } : {}),
  };
}

async function readFields(
  context: RunContext,
  facts: PaperFacts,
  keys: readonly string[],
  aspects: readonly Aspect[],
): Promise<Fields> {
  const { parts, signal, request } = context;
  const fields = aspects.flatMap(({ field, entities }) => [field, entities].filter((each) => each !== undefined));
  if (fields.length === 0) return { values: [], queries: [], degraded: [], isMissing: false };
  const deadlineMs = parts.deadlines.facts;
  try {
    const { run, values } = await withDeadline(
      (step) =>
        facts.fields(irisOf(keys, context), fields, {
          signal: step,
          deadlineMs,
          papers: keys,
          ...(request.isConfined ? { isConfined: true } : {}),
        }),
      deadlineMs,
      signal,
    );
    const isMissing = run.state === 'timeout' || run.state === 'invalid';
    return { values, queries: [run], degraded: [], isMissing };
  } catch (error) {
    const names = { step: 'fields', wanted: 'what the graph holds of the papers', used: 'their text only' };
    return { values: [], queries: [], degraded: [degradedBy(error, names)], isMissing: true };
  }
}

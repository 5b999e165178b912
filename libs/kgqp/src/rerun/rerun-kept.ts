import type { Answer, AnswerDiff, QueryChange, QuoteChange, Row, RowChange, SparqlRun } from '@askg/contract';
import { citationsOf, redacted } from '@askg/corpus';
import type { GraphStore, QueryOptions } from '@askg/graph';
import type { Selected } from '../linking/select-rows.ts';
import { runQuery } from '../planner/run-query.ts';
import type { UnitReader } from './unit-texts.ts';

export type KeptRerun = {
  /** The graphs of the commit that the answer was given on; needed where it keeps a query that ran. */
  store?: GraphStore;
  units: UnitReader;
  /** The graphs that whoever asks may read, and the signal that ends it. */
  options: Pick<QueryOptions, 'readable' | 'signal' | 'deadlineMs'>;
};

/** More queries than any answer has run. */
const mostQueries = 64;

/**
 * Runs the queries that an answer keeps again on the graphs of its commit, and compares rows and quotes with what it keeps. The
 * passages of earlier commits are not kept, so neither the search nor the writing is done again.
 * @throws GraphError when the store cannot answer anything, or when it was cancelled
 */
export async function rerunKept(answer: Answer, { store, units, options }: KeptRerun): Promise<AnswerDiff> {
  const queries: QueryChange[] = [];
  const rows: RowChange[] = [];
  let ran = 0;
  for (const [i, run] of answer.sparql.slice(0, mostQueries).entries()) {
    if (store === undefined || !hasRun(run)) continue;
    const { kind, origin, relaxed, text } = run;
    const again = await runQuery(store, text, { kind, origin, relaxed }, options);
    ran += 1;
    const isSame = again.run.rows === run.rows && again.run.state === run.state;
    if (!isSame) queries.push({ text, from: told(run), to: told(again.run) });
    rows.push(...lostRows(answer, i, again.selected));
  }
  const quotes = await quoteChanges(answer, units);
  const same = [queries, rows, quotes.changes].every((changes) => changes.length === 0);
  return {
    schema: 'askg.answer-diff/1',
    from: { id: answer.id, version: answer.corpus.version },
    to: { version: answer.corpus.version },
    on: 'kept',
    same,
    claims: [],
    rows,
    quotes: quotes.changes,
    queries,
    notes: [
      `${ran} of ${answer.sparql.length} queries were run again; those that were not valid or too slow were not.`,
      'The search of passages and the writing were not done again: passages of earlier commits are not kept.',
      ...quotes.unread.map((paper) => `The version of ${paper} that was quoted is not kept any more.`),
    ],
  };
}

/** Whether a query came to its end, so that it is worth running again. */
export function hasRun({ state }: Pick<SparqlRun, 'state'>): boolean {
  return state === 'ok' || state === 'empty';
}

function told({ rows, state }: SparqlRun): { rows: number; state: string } {
  return { rows, state };
}

/** Rows of a query that the answer keeps and that the result does not hold. */
function lostRows({ claims }: Answer, query: number, selected: Selected | undefined): RowChange[] {
  const kept = claims.flatMap(({ rows }) => rows.filter((row) => row.query === query));
  return kept
    .filter((row) => Object.keys(row.bindings).length > 0 && !isAmong(row, selected))
    .map(({ bindings }) => ({ change: 'went', bindings }));
}

/** A kept row says some columns of a result row, where a column that is empty may be filled from another. */
function isAmong({ bindings }: Row, selected: Selected | undefined): boolean {
  const values = Object.values(bindings).map(({ value }) => value);
  if (selected?.boolean !== undefined) return values.every((value) => value === String(selected.boolean));
  return (selected?.rows ?? []).some((row) => {
    const found = new Set(Object.values(row).map(({ value }) => value));
    return values.every((value) => found.has(value));
  });
}

async function quoteChanges(answer: Answer, units: UnitReader): Promise<{ changes: QuoteChange[]; unread: string[] }> {
  const citations = citationsOf(answer).filter(({ quote }) => quote !== redacted);
  const { texts, unread } = await units.texts(citations, ({ graphDigest }) => graphDigest);
  const changes = citations.flatMap(({ iri, paper, quote }): QuoteChange[] => {
    const there = texts.get(iri);
    if (there === undefined || there.includes(quote)) return [];
    return [
      {
        change: there.length === 0 ? 'went' : 'changed',
        iri,
        paper,
        from: quote,
        ...(there[0] === undefined ? {} : { to: there[0] }),
      },
    ];
  });
  return { changes, unread };
}

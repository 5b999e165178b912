import type { QuotedRow } from '../answer/draft-answer.ts';
import { writeRow } from '../answer/write-out.ts';
import type { CitationNumbers, Quote } from '../evidence/quote.ts';
import type { RunEvent } from './run-events.ts';

type Event<Name extends RunEvent['event']> = Extract<RunEvent, { event: Name }>;

/**
 * What happens while one question is asked, before its quotes are numbered: the numbers depend on what else the answer asks.
 * `query` is a position among the queries of this question.
 */
export type DraftEvent =
  | Event<'links'>
  | Event<'query'>
  | Event<'passages'>
  | { event: 'rows'; rows: QuotedRow[]; query: number }
  | { event: 'evidence'; evidence: Quote[] };

/** @param before queries of the answer that come before those of this question */
export function numberEvent(event: DraftEvent, numbers: CitationNumbers, before = 0): RunEvent {
  if (event.event === 'rows') {
    return { event: 'rows', rows: event.rows.map((row) => writeRow(row, numbers, before + event.query)) };
  }
  if (event.event === 'evidence') {
    return { event: 'evidence', evidence: event.evidence.map((quote) => numbers.cite(quote)) };
  }
  return event;
}

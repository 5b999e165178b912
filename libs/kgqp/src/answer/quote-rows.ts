import type { CorpusView, PlacedUnit } from '../evidence/corpus-view.ts';
import { type Quote, quote } from '../evidence/quote.ts';
import type { FactAnswer, FactRow } from '../facts.ts';
import type { QuotedRow } from './draft-answer.ts';

/** Quotes of one row among others: enough to check it, few enough to read. A row that is alone gets all it rests on. */
const quotesPerRow = 3;
/** Rows that an answer keeps. */
const mostRows = 200;

/** Reads what each row of a result rests on. A row that names no unit of the view stands by its bindings alone. */
export async function quoteRows(answer: FactAnswer, view: CorpusView): Promise<QuotedRow[]> {
  const rows: QuotedRow[] = [];
  const most = answer.rows.length === 1 ? Infinity : quotesPerRow;
  for (const row of answer.rows.slice(0, mostRows)) rows.push({ row, quotes: await quotesOf(row, view, most) });
  return rows;
}

async function quotesOf(row: FactRow, view: CorpusView, most: number): Promise<Quote[]> {
  const values = new Set(Object.values(row.bindings).map(({ value }) => value));
  const quotes: Quote[] = [];
  for (const source of row.sources) {
    if (quotes.length === most) break;
    const unit = nearest(await view.unitsAt(source), values);
    if (unit && view.isStanding(unit.paper.key)) quotes.push(quote(unit));
  }
  return quotes;
}

/** Of several units at one address (the fields of a paper, the sentences of a figure) the one that says the row's value. */
function nearest(units: readonly PlacedUnit[], values: ReadonlySet<string>): PlacedUnit | undefined {
  return units.find(({ unit }) => values.has(unit.text)) ?? units[0];
}

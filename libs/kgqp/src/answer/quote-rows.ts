import type { CorpusView, PlacedUnit } from '../evidence/corpus-view.ts';
import { type Quote, quote } from '../evidence/quote.ts';
import type { FactAnswer, FactRow } from '../facts.ts';
import type { QuotedRow } from './draft-answer.ts';

/** Quotes of one row among others: enough to check it, few enough to read. A row that is alone gets all it rests on. */
const quotesPerRow = 3;
/** Rows that an answer keeps. */
const mostRows = 200;

/**
 * Reads what each row of a result rests on. A row that names no unit of the view stands by its bindings alone; one that tells
 * text which its paper hides is left out.
 */
export async function quoteRows(answer: FactAnswer, view: CorpusView): Promise<QuotedRow[]> {
  const rows: QuotedRow[] = [];
  const most = answer.rows.length === 1 ? Infinity : quotesPerRow;
  const conditions = conditionsOf(answer);
  for (const row of answer.rows.slice(0, mostRows)) {
    if (!(await saysHidden(row, view))) rows.push({ row, quotes: await quotesOf(row, conditions, view, most) });
  }
  return rows;
}

/** The graph holds hidden text too, and flags it; a query may ask for texts without asking for flags. */
async function saysHidden({ bindings, sources }: FactRow, view: CorpusView): Promise<boolean> {
  const literals = Object.values(bindings).flatMap(({ type, value }) => (type === 'literal' ? [value] : []));
  const hidden = await Promise.all(sources.map((source) => view.flaggedAt(source)));
  return hidden.flat().some((text) => literals.includes(text));
}

async function quotesOf(row: FactRow, conditions: Conditions, view: CorpusView, most: number): Promise<Quote[]> {
  const values = new Set(Object.values(row.bindings).map(({ value }) => value));
  const quotes: Quote[] = [];
  for (const source of textsFirst(row)) {
    const units = (await view.unitsAt(source)).filter(({ paper }) => view.isStanding(paper.key));
    const one = nearest(units, values);
    const telling = units.filter((each) => each === one || tellsCondition(each, conditions, values));
    quotes.push(...telling.slice(0, Math.max(0, most - quotes.length)).map(quote));
  }
  return quotes;
}

/**
 * What is no text itself, an entity or an abbreviation, after what is: its sentences stand in where nothing else is quoted. A sentence
 * that names a thing says nothing for a “no”.
 */
function textsFirst({ sources, bindings }: FactRow): string[] {
  const isThing = (iri: string): boolean => /\/(?:ent|abbr)\d+$/.test(iri);
  const isNo = bindings['answer']?.value === 'false';
  const texts = sources.filter((iri) => !isThing(iri));
  return isNo ? texts : [...texts, ...sources.filter(isThing)];
}

/** Of several units at one address (the fields of a paper, the sentences of a figure) the one that says the row's value. */
function nearest(units: readonly PlacedUnit[], values: ReadonlySet<string>): PlacedUnit | undefined {
  return units.find(({ unit }) => values.has(unit.text)) ?? units[0];
}

/** What a query asks of a thing: strings that it names, and whether it asks for a date. */
type Conditions = { strings: ReadonlySet<string>; year: boolean; issued: boolean };

/** What is named is a string in the query, or has become an IRI there and is told by the reading. */
function conditionsOf({ run: { text }, reading }: FactAnswer): Conditions {
  const asked = [...text.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, string = '']) =>
    string.replaceAll(/\\(["\\])/g, '$1'),
  );
  const told = [...reading.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);
  return {
    strings: new Set([...asked, ...told]),
    year: /\bddm:year\b/.test(text),
    issued: /\bdcterms:issued\b/.test(text),
  };
}

/**
 * Whether a field says why the row is there: a title says which paper it is, and not that it is from 2024. The date of a paper is
 * only told where the row is of that paper, and not of a work that it cites.
 */
function tellsCondition(
  { paper, unit: { id, kind, text } }: PlacedUnit,
  { strings, year, issued }: Conditions,
  values: ReadonlySet<string>,
): boolean {
  if (kind !== 'metadata') return false;
  if (strings.has(text)) return true;
  const isDate = (year && /^\d{4}$/.test(text)) || (issued && /^\d{4}-\d/.test(text));
  return isDate && id === '' && values.has(paper.title);
}

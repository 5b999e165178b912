import type { FactAnswer } from '../facts.ts';
import type { ClaimPart, DraftClaim, QuotedRow } from './draft-answer.ts';
import { endsWithStop, enumerate, isSentence, itemLines } from './enumerate.ts';
import { formatTerm, isNumber } from './format-term.ts';
import { propertyOpening, type ReadingPhrase, readingPhrase, tidied } from './reading-phrase.ts';
import { byRows } from './support.ts';

/** Rows that a table spells out; all of them stand in the answer's rows anyway. */
const mostLines = 30;

/**
 * Puts result rows into words: what the query asked for, as its reading says it, then its values. Nothing is said that is
 * neither in the reading nor in the rows.
 * @param rows those of the answer with their quotes, in their order; at least one
 */
export function verbaliseFacts(answer: FactAnswer, rows: readonly QuotedRow[]): DraftClaim[] {
  const [first] = rows;
  if (!first) return [];
  if (answer.shape === 'yes-no') return [yesNo(answer, first)];
  if (answer.shape === 'count' && rows.length === 1) return [count(answer, first)];
  if (answer.columns.length > 1 && rows.length > 1 && answer.shape !== 'superlative') return table(answer, rows);
  const items = distinct(rows.map((row) => ({ text: item(answer, row), quotes: row.quotes })));
  const lead = leadOf(answer, items.length);
  if (items.length > 1 && items.some(({ text }) => isSentence(text))) {
    return [whole(answer, rows, [{ text: lead.replace(/ (?:are )?$/, ''), quotes: [] }, ...itemLines(items)])];
  }
  const listed = enumerate(items);
  const isEnded = endsWithStop(listed.at(-1)?.text ?? '');
  return [whole(answer, rows, [{ text: lead, quotes: [] }, ...listed, ...(isEnded ? [] : [end])])];
}

const end: ClaimPart = { text: '.', quotes: [] };

function whole(answer: FactAnswer, rows: readonly QuotedRow[], parts: ClaimPart[]): DraftClaim {
  return { separator: '', parts, support: byRows(answer.confidence), rows: [...rows] };
}

/** What a query without rows says: `There are no papers that …`. */
export function verbaliseNothing({ reading }: FactAnswer): string {
  const phrase = readingPhrase(reading);
  return phrase ? `${thereAre('0', phrase)}.` : `Nothing in the graph matches: ${reading}.`;
}

/** `There are 5 papers that …`, or `The average … is 2.5`. */
function count(answer: FactAnswer, row: QuotedRow): DraftClaim {
  const [column = ''] = answer.columns;
  const term = row.row.bindings[column];
  const value = term ? formatTerm(term) : '0';
  const counted = /^number of (.+)$/.exec(answer.reading)?.[1];
  const phrase = counted === undefined ? undefined : readingPhrase(counted);
  const text = phrase ? thereAre(value, phrase) : `The ${answer.reading} is ${value}`;
  return whole(answer, [row], [{ text: `${text}.`, quotes: row.quotes }]);
}

function thereAre(value: string, { one, several }: ReadingPhrase): string {
  if (value === '1') return `There is 1 ${one}`;
  return `There are ${value === '0' ? 'no' : value} ${several}`;
}

function leadOf(answer: FactAnswer, items: number): string {
  const phrase = readingPhrase(answer.reading);
  if (!phrase) return propertyOpening(answer.reading, items) ?? `${sentenceStart(tidied(answer.reading))}: `;
  // Only a list is complete: a fact or an extreme is one of several.
  if (answer.shape === 'list') return `${thereAre(String(items), phrase)}: `;
  return `The ${items === 1 ? phrase.one : phrase.several}: `;
}

/** A line for each row, under a heading that names the columns; each line is a claim of its own. */
function table(answer: FactAnswer, rows: readonly QuotedRow[]): DraftClaim[] {
  const heading = `${sentenceStart(answer.reading)}:`;
  return rows.slice(0, mostLines).map((row, i) => ({
    separator: i === 0 ? `${heading}\n- ` : '\n- ',
    parts: [{ text: cells(answer, row).join(' – '), quotes: row.quotes }],
    support: byRows(answer.confidence),
    rows: [row],
  }));
}

function yesNo(answer: FactAnswer, row: QuotedRow): DraftClaim {
  const [column = ''] = answer.columns;
  const isTrue = row.row.bindings[column]?.value === 'true';
  const phrase = readingPhrase(answer.reading);
  const yes = phrase ? `Yes, there are ${phrase.several}.` : `Yes: ${tidied(answer.reading)}.`;
  const no = phrase
    ? `No, there are no ${phrase.several}.`
    : `No, the graph does not say that ${tidied(answer.reading)}.`;
  const text = isTrue ? yes : no;
  return whole(answer, [row], [{ text, quotes: row.quotes }]);
}

/** A row in a list: its first value, and numbers that go with it in parentheses. */
function item(answer: FactAnswer, { row }: QuotedRow): string {
  const [first = '', ...others] = answer.columns;
  const isMeasured = others.length > 0 && others.every((column) => isNumber(row.bindings[column]));
  const values = cells(answer, { row, quotes: [] });
  return isMeasured && row.bindings[first] ? `${values[0]} (${values.slice(1).join(', ')})` : values.join(', ');
}

function cells({ columns }: FactAnswer, { row }: QuotedRow): string[] {
  return columns.flatMap((column) => {
    const term = row.bindings[column];
    return term ? [formatTerm(term)] : [];
  });
}

/** The same value twice is one item with the quotes of both. */
function distinct(items: readonly ClaimPart[]): ClaimPart[] {
  const byText = new Map<string, ClaimPart>();
  for (const each of items) {
    const same = byText.get(each.text);
    byText.set(each.text, same ? { text: each.text, quotes: [...same.quotes, ...each.quotes] } : each);
  }
  return [...byText.values()];
}

function sentenceStart(reading: string): string {
  return `${reading.charAt(0).toUpperCase()}${reading.slice(1).replace(/[.:?]$/, '')}`;
}

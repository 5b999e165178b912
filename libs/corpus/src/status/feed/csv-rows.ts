/** A row of a CSV file and the line that it begins on, from 1; or why no row begins there. */
export type CsvRow = { line: number } & ({ fields: string[] } | { fault: string });

/** More code units than any row of a table has: what is longer is a quote that was never closed. */
const longestRow = 262_144;

/**
 * The rows of a CSV file (RFC 4180) as its text comes: fields between commas, in quotes where they hold commas, line breaks
 * or doubled quotes; lines end by LF or CR LF. Blank lines are no rows. After a quote that is never closed, reading goes on
 * with the next line.
 */
export async function* csvRows(chunks: AsyncIterable<string>): AsyncGenerator<CsvRow, void> {
  const state: State = { text: '', line: 1 };
  for await (const chunk of chunks) {
    state.text += chunk;
    yield* wholeRows(state, false);
  }
  yield* wholeRows(state, true);
}

/** What has come and is no row yet, and the line that it begins on. */
type State = { text: string; line: number };

function* wholeRows(state: State, isLast: boolean): Generator<CsvRow, void> {
  let start = 0;
  while (start < state.text.length) {
    const row = takeRow(state.text, start, isLast);
    if (!row) break;
    const { line } = state;
    state.line += row.lines;
    start = row.end;
    if ('fault' in row) yield { line, fault: row.fault };
    else if (row.fields.some((field) => field !== '')) yield { line, fields: row.fields };
  }
  state.text = state.text.slice(start);
}

type Taken = { end: number; lines: number } & ({ fields: string[] } | { fault: string });

/** The row that begins at `start`; undefined where more text has to come before it is known. */
function takeRow(text: string, start: number, isLast: boolean): Taken | undefined {
  const fields: string[] = [];
  let lines = 0;
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      const next = text[end + 1];
      if (end === -1 || (next === undefined && !isLast)) {
        return isLast || text.length - start > longestRow ? unclosed(text, start) : undefined;
      }
      const quoted = text.slice(at + 1, end);
      lines += quoted.split('\n').length - 1;
      at = end + 1;
      const rest = fieldEnd(text, at);
      if (rest === -1 && !isLast) return text.length - start > longestRow ? unclosed(text, start) : undefined;
      // Text after a closed quote is kept: some writers do not double the quotes inside a field.
      fields.push(quoted.replaceAll('""', '"') + text.slice(at, rest === -1 ? text.length : rest).replace(/\r$/, ''));
      at = rest === -1 ? text.length : rest;
    } else {
      const end = fieldEnd(text, at);
      if (end === -1 && !isLast) return text.length - start > longestRow ? unclosed(text, start) : undefined;
      fields.push(text.slice(at, end === -1 ? text.length : end).replace(/\r$/, ''));
      at = end === -1 ? text.length : end;
    }
    if (text[at] === ',') at += 1;
    else return { end: Math.min(at + 1, text.length), lines: lines + 1, fields };
  }
}

/** Position of the comma or line break that ends a field; -1 where the text ends first. */
function fieldEnd(text: string, from: number): number {
  const comma = text.indexOf(',', from);
  const lineBreak = text.indexOf('\n', from);
  if (comma === -1) return lineBreak;
  return lineBreak === -1 ? comma : Math.min(comma, lineBreak);
}

/** Position of the quote that closes a field, which no second one follows; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function unclosed(text: string, start: number): Taken {
  const lineBreak = text.indexOf('\n', start);
  const end = lineBreak === -1 ? text.length : lineBreak + 1;
  return { end, lines: 1, fault: 'A quote is opened and never closed.' };
}

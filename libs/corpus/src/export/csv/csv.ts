/** A cell that a spreadsheet would take for a formula: its first sign but for blanks, also in full width. */
const formula = /^[\s\u00a0]*[=+\-@＝＋－＠]/u;
/** A number by itself is harmless, whatever its sign. */
const number = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/**
 * Records as CSV (https://www.rfc-editor.org/rfc/rfc4180): lines end in CR LF, and every record has as many fields as the first.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, as papers and questions may hold anything
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csv(records: readonly (readonly string[])[]): string {
  const width = records[0]?.length ?? 0;
  return records
    .map((record) => Array.from({ length: width }, (_, i) => field(record[i] ?? '')).join(','))
    .map((line) => `${line}\r\n`)
    .join('');
}

function field(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type Row = Readonly<Record<string, string | number>>;

/** Rows as text, each column as wide as its widest cell. Empty without rows. */
export function tableOf(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const widths = names.map((name) => Math.max(name.length, ...rows.map((row) => `${row[name]}`.length)));
  const format = (cells: readonly string[]): string =>
    `${cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')}\n`;
  return rows.length === 0
    ? ''
    : [format(names), ...rows.map((row) => format(names.map((name) => `${row[name]}`)))].join('');
}

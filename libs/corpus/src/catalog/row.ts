import type { SQLOutputValue } from 'node:sqlite';

export type CatalogRow = Record<string, SQLOutputValue>;

/** The value of a text column that may be null. */
export function text(row: CatalogRow, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}

/** What was stored as JSON in a column that may be null. */
export function json(row: CatalogRow, column: string): unknown {
  const value = text(row, column);
  return value === undefined ? undefined : (JSON.parse(value) as unknown);
}

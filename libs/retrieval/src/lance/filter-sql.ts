import type { PassageFilter } from '../passages/passage.ts';

/** Text as a literal of the engine's SQL, where only the quote has a meaning. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function isOneOf(column: string, values: Iterable<string>): string {
  const list = [...values].map(literal).join(', ');
  return list === '' ? 'false' : `${column} IN (${list})`;
}

/** The condition that a filter puts on the columns `paper`, `role` and `year`; undefined when it allows everything. */
export function filterSql({ papers, roles, years }: PassageFilter = {}): string | undefined {
  const conditions = [
    ...(papers ? [isOneOf('paper', papers)] : []),
    ...(roles ? [isOneOf('role', roles)] : []),
    ...(years?.from === undefined ? [] : [`year >= ${integer(years.from)}`]),
    ...(years?.to === undefined ? [] : [`year <= ${integer(years.to)}`]),
  ];
  return conditions.length === 0 ? undefined : conditions.join(' AND ');
}

/** A year from outside may be anything that JavaScript calls a number. */
function integer(value: number): number {
  return Math.max(-1e6, Math.min(1e6, Math.trunc(Number.isNaN(value) ? 0 : value)));
}

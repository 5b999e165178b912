import { table } from '../shell/table.ts';

/** SPARQL 1.1 Query Results JSON Format, as far as it is shown. */
type Results = {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Record<string, { value: string } | undefined>[] };
};

/** A result in JSON as lines for a person: a table of the bindings, or yes or no. */
export function resultLines(json: string): string[] {
  const { head, boolean, results } = JSON.parse(json) as Results;
  if (boolean !== undefined) return [boolean ? 'yes' : 'no'];
  const names = head.vars ?? [];
  const rows = (results?.bindings ?? []).map((binding) => names.map((name) => binding[name]?.value ?? ''));
  return rows.length === 0 ? [] : table([names, ...rows], 80);
}

import type { Selected } from '../linking/select-rows.ts';

/** The values that a result gives, in columns of names and numbers if it has any, else of IRIs. */
export function valuesOf({ rows, boolean }: Pick<Selected, 'rows' | 'boolean'>): ReadonlySet<string> {
  if (boolean !== undefined) return new Set([String(boolean)]);
  const terms = rows.flatMap((row) => Object.values(row));
  const literals = terms.filter(({ type }) => type === 'literal');
  return new Set((literals.length > 0 ? literals : terms).map(({ value }) => value.trim().toLowerCase()));
}

/** 0 to 1: how far two results give the same (P. Jaccard 1901); two that give nothing agree on nothing. */
export function agreement(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((value) => other.has(value)).length;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

import type { Expression, Pattern, SelectQuery } from '@askg/graph';
import type { Rank } from './item.ts';
import { countsOrZero } from './counts-or-zero.ts';
import { variable } from './terms.ts';

export type RankParts = {
  rank: Rank;
  measure: string;
  best: string;
  /** Variables that tell one ranked thing from another. */
  key: readonly string[];
  /** What ranked things must be like. */
  inner: readonly Pattern[];
  /** What joins the ranked key to the rest of the query. */
  outer: readonly Pattern[];
  /** What is counted, of each ranked thing. */
  things: readonly Pattern[];
  counted: Expression;
  /** The value that is measured, where nothing is counted; `mixed` values are compared as text. */
  value: { patterns: readonly Pattern[]; mixed: boolean } | undefined;
};

/** Keeps the things with the extreme measure: all of them when several share the first place, or the first so many. */
export function rankPatterns(parts: RankParts): Pattern[] {
  const { rank, measure, key, outer } = parts;
  const measured = parts.value === undefined ? countedPerThing(parts) : measuredPerThing(parts);
  if (rank.limit > 1) {
    const orderBy = [
      { by: variable(measure), descending: rank.descending },
      ...key.map((name) => ({ by: variable(name) })),
    ];
    return [...outer, { select: { ...measured, orderBy, limit: rank.limit } }];
  }
  const extreme: SelectQuery = {
    project: [{ expression: { aggregate: rank.descending ? 'MAX' : 'MIN', of: variable(measure) }, as: parts.best }],
    where: [{ select: measured }],
  };
  return [
    ...outer,
    { select: measured },
    { select: extreme },
    { filter: { compare: '=', left: variable(measure), right: variable(parts.best) } },
  ];
}

function countedPerThing({ measure, key, inner, things, counted, rank }: RankParts): SelectQuery {
  // A thing with none of what is counted has the fewest of all.
  if (!rank.descending) return countsOrZero({ key, things: inner, parts: [...inner, ...things], counted, as: measure });
  return {
    project: [...key, { expression: { aggregate: 'COUNT', of: counted, distinct: true }, as: measure }],
    where: [...inner, ...things],
    groupBy: key,
  };
}

function measuredPerThing({ measure, key, inner, counted, value, rank }: RankParts): SelectQuery {
  const of = value?.mixed === true ? { call: 'STR' as const, with: [counted] } : counted;
  return {
    project: [...key, { expression: { aggregate: rank.descending ? 'MAX' : 'MIN', of }, as: measure }],
    where: [...inner, ...(value?.patterns ?? [])],
    groupBy: key,
  };
}

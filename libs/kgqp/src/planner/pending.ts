import type { Comparison } from '@askg/graph';
import type { Operator } from '../linking/meaning.ts';
import type { CountCondition, Item, Rank } from './item.ts';
import type { AggregateName } from './outline.ts';
import type { YearWord } from './years.ts';

export const comparisons: Partial<Record<Operator, Comparison>> = {
  'more-than': '>',
  'at-least': '>=',
  'less-than': '<',
  'at-most': '<=',
  exactly: '=',
};

export const aggregates: Partial<Record<Operator, AggregateName>> = {
  average: 'AVG',
  sum: 'SUM',
  minimum: 'MIN',
  maximum: 'MAX',
};

/** Words that must find an item to act on, or the reading has missed something. */
export const modifiers: ReadonlySet<Operator> = new Set<Operator>(['most', 'fewest', 'several', 'not', 'each', 'last']);

/** What the words read so far say of the item that comes next. */
export type Pending = {
  negated?: boolean;
  grouped?: boolean;
  shared?: boolean;
  joined?: 'and' | 'or' | 'theirs' | 'and-count';
  /** "… and in which year": what comes is asked for too. */
  asked?: boolean;
  compare?: Comparison;
  number?: number;
  /** The start of a range: "between three and five". */
  least?: number;
  rank?: Rank;
  /** A number that comes is that of "top 5". */
  top?: boolean;
  ordinal?: number;
  year?: YearWord;
  month?: number;
};

/**
 * The item that modifiers make of what a mark says.
 * @param limit how many are wanted, where the item decides by its number
 */
export function itemFrom(
  { from, to }: { from: number; to: number },
  given: Partial<Item>,
  { negated = false, shared = false, compare = '=', number, least, rank, top, ordinal }: Pending,
  limit: number,
): Item {
  return {
    from,
    to,
    senses: [],
    names: [],
    concepts: [],
    isQuestionWord: false,
    projected: false,
    grouped: false,
    ...given,
    negated,
    isShared: shared,
    ...(rank === undefined ? {} : { rank: { ...rank, limit: rank.limit > 1 ? rank.limit : limit } }),
    ...(number !== undefined && rank === undefined && top !== true ? { count: countOf(compare, number, least) } : {}),
    ...(ordinal === undefined ? {} : { ordinal }),
  };
}

function countOf(compare: Comparison, count: number, least: number | undefined): CountCondition {
  return least === undefined ? { compare, count } : { compare: '>=', count: least, most: count };
}

export function isNamed({ names, unknownName }: Partial<Item>): boolean {
  return (names !== undefined && names.length > 0) || unknownName !== undefined;
}

/** Whether both name things of one kind, so that "or" joins them. */
export function isAlternative(before: Item, given: Partial<Item>): boolean {
  const cls = given.names?.[0]?.cls;
  return cls !== undefined && before.names.some((name) => name.cls === cls);
}

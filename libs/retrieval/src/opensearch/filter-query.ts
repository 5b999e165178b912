import type { PassageFilter } from '../passages/passage.ts';

export type Query = Readonly<Record<string, unknown>>;

/** Values that the server takes in one list. */
const mostValues = 65_536;

/** Any of these values; as many as there are. */
export function isOneOf(field: string, values: Iterable<string>): Query {
  const all = [...values];
  const lists: Query[] = [];
  for (let at = 0; at < all.length; at += mostValues) {
    lists.push({ terms: { [field]: all.slice(at, at + mostValues) } });
  }
  const [only] = lists;
  if (only === undefined) return { match_none: {} };
  return lists.length === 1 ? only : { bool: { should: lists, minimum_should_match: 1 } };
}

/** The conditions that a filter puts on a passage or a vector; none when it allows everything. */
export function filterQueries({ papers, roles, years, units }: PassageFilter = {}): Query[] {
  const range = {
    ...(years?.from === undefined ? {} : { gte: integer(years.from) }),
    ...(years?.to === undefined ? {} : { lte: integer(years.to) }),
  };
  return [
    ...(papers ? [isOneOf('paper', papers)] : []),
    ...(roles ? [isOneOf('role', roles)] : []),
    ...(Object.keys(range).length > 0 ? [{ range: { year: range } }] : []),
    ...(units ? [isOneOf('paper', units.keys()), isOneOf('unitIris', unitsOfTheirPapers(units))] : []),
  ];
}

/** A unit counts for the paper that it is listed under and for no other. */
function unitsOfTheirPapers(units: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...units].flatMap(([paper, iris]) => [...iris].filter((iri) => iri.includes(`/paper/${paper}/`)));
}

/** A year from outside may be anything that JavaScript calls a number. */
function integer(value: number): number {
  return Math.max(-1e6, Math.min(1e6, Math.trunc(Number.isNaN(value) ? 0 : value)));
}

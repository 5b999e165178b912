import { isomorphic } from 'rdf-isomorphic';
import { RowMatcher } from './match-rows.ts';
import type { QueryOutcome, Row } from './result-set.ts';
import { exactWords, valueWords } from './term-words.ts';

/** `equal by value`: the right result, but some literal is written in another way, such as `10000` for `1.0E4`. */
export type Verdict = { is: 'equal' } | { is: 'equal by value' } | { is: 'different'; how: string };

type Rows = Extract<QueryOutcome, { kind: 'rows' }>;

export type Comparison = {
  /** REDUCED may drop repeated rows: each row at least once, and at most as often as expected. */
  lax?: boolean;
};

const equal: Verdict = { is: 'equal' };

/**
 * Compares a result with the expected one. Blank nodes match by a one-to-one mapping over the whole result; rows are a
 * multiset unless the test gives their order. Terms are first compared as RDF has it, lexical forms included, except that
 * language tags have no case; a result that is right only by the values of its literals is told apart.
 */
export function compare(actual: QueryOutcome, expected: QueryOutcome, { lax = false }: Comparison = {}): Verdict {
  if (actual.kind !== expected.kind) return { is: 'different', how: `${actual.kind} came, ${expected.kind} was expected.` };
  if (expected.kind === 'boolean') {
    const isRight = actual.kind === 'boolean' && actual.value === expected.value;
    return isRight ? equal : { is: 'different', how: `${expected.value} was expected.` };
  }
  if (expected.kind === 'graph') {
    const quads = actual.kind === 'graph' ? actual.quads : [];
    if (isomorphic([...quads], [...expected.quads])) return equal;
    return { is: 'different', how: `The graphs differ: ${quads.length} triples, ${expected.quads.length} expected.` };
  }
  return compareRows(actual as Rows, expected, lax);
}

function compareRows(actual: Rows, expected: Rows, lax: boolean): Verdict {
  const names = ({ variables }: Rows) => [...new Set(variables)].toSorted().join(' ');
  if (actual.variables && expected.variables?.length && names(actual) !== names(expected)) {
    return { is: 'different', how: `The variables are ${names(actual)}; expected were ${names(expected)}.` };
  }
  const matches = (matcher: RowMatcher) => {
    const rows = lax ? withinCardinality(matcher, actual.rows, expected.rows) : expected.rows;
    if (actual.rows.length !== rows.length) return false;
    return expected.ordered ? matcher.inOrder(actual.rows, rows) : matcher.inAnyOrder(actual.rows, rows);
  };
  if (matches(new RowMatcher(exactWords))) return equal;
  const byValue = new RowMatcher(valueWords);
  if (matches(byValue)) return { is: 'equal by value' };
  return { is: 'different', how: firstDifference(byValue, actual.rows, expected.rows) };
}

/** The expected rows, each as often as the actual ones have it, within once and the expected number. */
function withinCardinality(matcher: RowMatcher, actual: readonly Row[], expected: readonly Row[]): Row[] {
  const left = new Map<string, number>();
  for (const row of actual) left.set(matcher.shapeOf(row), (left.get(matcher.shapeOf(row)) ?? 0) + 1);
  const given = new Set<string>();
  return expected.filter((row) => {
    const shape = matcher.shapeOf(row);
    const count = left.get(shape) ?? 0;
    left.set(shape, count - 1);
    const isNeeded = count > 0 || !given.has(shape);
    given.add(shape);
    return isNeeded;
  });
}

function firstDifference(matcher: RowMatcher, actual: readonly Row[], expected: readonly Row[]): string {
  const wanted = expected.map((row) => matcher.shapeOf(row));
  const extra = actual
    .map((row) => matcher.shapeOf(row))
    .filter((shape) => {
      const i = wanted.indexOf(shape);
      if (i !== -1) wanted.splice(i, 1);
      return i === -1;
    });
  if (extra.length + wanted.length === 0) return 'The rows stand in another order, or share other blank nodes.';
  const counts = `${actual.length} rows, ${expected.length} expected`;
  return `${counts}; too many: {${extra[0] ?? ''}}, missing: {${wanted[0] ?? ''}}.`;
}

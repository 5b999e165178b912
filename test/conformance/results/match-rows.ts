import type { TermWords } from './term-words.ts';
import type { Row } from './result-set.ts';

type Mapping = { there: ReadonlyMap<string, string>; back: ReadonlyMap<string, string> };
const nothing: Mapping = { there: new Map(), back: new Map() };

/**
 * Whether rows are the same up to the names of blank nodes, which map one to one over all rows.
 * @param words what makes two terms equal
 */
export class RowMatcher {
  readonly #words: TermWords;

  constructor(words: TermWords) {
    this.#words = words;
  }

  /** A row with its blank nodes left blank. */
  shapeOf(row: Row): string {
    const cells = Object.entries(row).map(([name, term]) => `${name}=${this.#words(term)}`);
    return cells.toSorted().join(' ');
  }

  inOrder(actual: readonly Row[], expected: readonly Row[]): boolean {
    let mapping: Mapping | undefined = nothing;
    for (const [i, row] of actual.entries()) mapping = mapping && this.#extend(mapping, row, expected[i] ?? {});
    return mapping !== undefined;
  }

  inAnyOrder(actual: readonly Row[], expected: readonly Row[]): boolean {
    const shapes = (rows: readonly Row[]) => rows.map((row) => this.shapeOf(row)).toSorted().join('\n');
    if (shapes(actual) !== shapes(expected)) return false;
    return this.#search(actual.filter(hasBlankNode), expected.filter(hasBlankNode), nothing);
  }

  /** Tries every pairing of rows of the same shape that one mapping of blank nodes explains. */
  #search(actual: readonly Row[], expected: readonly Row[], mapping: Mapping): boolean {
    const [row, ...rest] = actual;
    if (row === undefined) return true;
    return expected.some((candidate, i) => {
      const next = this.#extend(mapping, row, candidate);
      return next !== undefined && this.#search(rest, expected.toSpliced(i, 1), next);
    });
  }

  #extend(mapping: Mapping, row: Row, candidate: Row): Mapping | undefined {
    if (this.shapeOf(row) !== this.shapeOf(candidate)) return undefined;
    const [there, back] = [new Map(mapping.there), new Map(mapping.back)];
    for (const [name, term] of Object.entries(row)) {
      const other = candidate[name];
      if (term.termType !== 'BlankNode' || other === undefined) continue;
      if ((there.get(term.value) ?? other.value) !== other.value) return undefined;
      if ((back.get(other.value) ?? term.value) !== term.value) return undefined;
      there.set(term.value, other.value);
      back.set(other.value, term.value);
    }
    return { there, back };
  }
}

function hasBlankNode(row: Row): boolean {
  return Object.values(row).some(({ termType }) => termType === 'BlankNode');
}

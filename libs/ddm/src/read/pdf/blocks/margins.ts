import type { BodyStyle } from '../layout/body-style.ts';
import type { Column } from '../layout/lay-out-page.ts';

/** Where the lines of a column begin and end. `justified`: most end at the right margin. */
export type Margins = { left: number; right: number; justified: boolean };

/** Points within which lines share an edge. */
const tolerance = 1.5;

/** Finds the margins of columns by where the lines of the whole document begin and end. */
export class MarginFinder {
  readonly #starts: Map<number, number>;
  readonly #ends: Map<number, number>;

  constructor(columns: readonly Column[], body: BodyStyle) {
    const lines = columns
      .flatMap((column) => column.lines)
      .filter(({ size }) => Math.abs(size - body.size) < 0.1 * body.size);
    this.#starts = countOf(lines.map(({ x0 }) => Math.round(x0)));
    this.#ends = countOf(lines.map(({ x1 }) => Math.round(x1)));
  }

  of(column: Column): Margins {
    const width = column.x1 - column.x0;
    const left = strongest(this.#starts, column.x0 - 3, column.x0 + 0.35 * width) ?? column.x0;
    const right = strongest(this.#ends, column.x1 - 0.35 * width, column.x1 + 3) ?? column.x1;
    const ending = column.lines.filter(({ x1 }) => Math.abs(x1 - right) <= tolerance + 1).length;
    return { left, right, justified: column.lines.length < 4 || ending >= 0.4 * column.lines.length };
  }
}

function countOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function strongest(counts: ReadonlyMap<number, number>, from: number, to: number): number | undefined {
  let best: { value: number; count: number } | undefined;
  for (const [value, count] of counts) {
    const near = count + (counts.get(value - 1) ?? 0) + (counts.get(value + 1) ?? 0);
    if (value >= from && value <= to && near > (best?.count ?? 0)) best = { value, count: near };
  }
  return best?.value;
}

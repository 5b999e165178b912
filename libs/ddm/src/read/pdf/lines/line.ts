import type { Font } from '../engine/fonts.ts';
import { bottomOf, type Fragment, type Piece, textOf, topOf } from './fragment.ts';
import { inReadingOrder, readsRightToLeft } from './right-to-left.ts';

/** A line of one column. `fragments` are the parts that wide gaps part (cells of a table; mostly one). */
export type Line = {
  page: number;
  fragments: Fragment[];
  pieces: Piece[];
  text: string;
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  baseline: number;
  size: number;
  font: Font;
};

/** Share of the size from which a gap between two fragments counts as white space. */
const wordGap = 0.14;

export function lineOf(page: number, unsorted: readonly Fragment[]): Line {
  const fragments = unsorted.toSorted((a, b) => a.x0 - b.x0);
  const pieces: Piece[] = [];
  for (const fragment of fragments) {
    const previous = pieces.at(-1);
    const [first, ...others] = fragment.pieces;
    if (!first) continue;
    const space = previous !== undefined && first.x0 - previous.x1 > wordGap * fragment.size;
    pieces.push(space === first.space ? first : { ...first, space }, ...others);
  }
  if (readsRightToLeft(fragments)) pieces.splice(0, pieces.length, ...inReadingOrder(fragments));
  const main = fragments.reduce((best, next) => (next.length > best.length ? next : best));
  return {
    page,
    fragments,
    pieces,
    text: textOf(pieces),
    x0: Math.min(...fragments.map(({ x0 }) => x0)),
    x1: Math.max(...fragments.map(({ x1 }) => x1)),
    top: topOf(main),
    bottom: bottomOf(main),
    baseline: main.baseline,
    size: main.size,
    font: main.font,
  };
}

/** Whether two lines are set in one size, as far as some of their words are: code between words is often smaller. */
export function shareSize(a: Line, b: Line): boolean {
  return isNear(a.size, b.size) || hasWords(a, b.size) || hasWords(b, a.size);
}

function hasWords({ pieces }: Line, size: number): boolean {
  return pieces.some((piece) => piece.script === 'base' && /\p{L}{2}/u.test(piece.text) && isNear(piece.size, size));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.06 * Math.max(a, b);
}

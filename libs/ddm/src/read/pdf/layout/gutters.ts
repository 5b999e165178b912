import type { Fragment } from '../lines/fragment.ts';

/** A gap down a page between two columns. */
export type Gutter = { x0: number; x1: number };

export type GutterSearch = {
  /** Where the columns may part: the area searched. */
  x0: number;
  x1: number;
  /** A column of this gutter is known to exist elsewhere; less evidence is asked for. */
  hint?: Gutter;
  /** Accepts a column of short lines beside one of text. */
  sidebar?: boolean;
};

/** Points of the narrowest gap between columns. */
const narrowest = 6;
const narrowestBesideSidebar = 1.5;
/** Lines a column has at least, and how many lines may run across the gap for each line beside it. */
const fewestLines = 4;
const crossingShare = 0.35;
/** The same where the gap is known from other pages. */
const expectedCrossingShare = 1;
/** Lines that may begin or end inside the gap, such as names that are centred above it. */
const strays = 2;
/** Share of the letters of a column that stand in lines of text, not in cells; less where the gap is known. */
const lineShare = 0.6;
const expectedLineShare = 0.25;
/** Letters of a line that are more than a cell of a table. */
const lineLength = 12;

/**
 * The gap that parts the fragments of an area into two columns, if there is one: few lines cross it, enough stand on
 * both sides of it, side by side, and most of them are lines of text.
 */
export function findGutter(
  fragments: readonly Fragment[],
  { x0, x1, hint, sidebar = false }: GutterSearch,
): Gutter | undefined {
  const from = Math.floor(x0);
  const width = Math.ceil(x1) - from;
  if (width < 100 || fragments.length < 2 * fewestLines) return undefined;
  const cover = new Int32Array(width + 2);
  for (const fragment of fragments) {
    cover[clamp(Math.floor(fragment.x0) - from, width)]! += 1;
    cover[clamp(Math.ceil(fragment.x1) - from, width)]! -= 1;
  }
  for (let x = 1; x < cover.length; x++) cover[x]! += cover[x - 1]!;
  let best: (Gutter & { score: number }) | undefined;
  const begin = Math.floor(0.12 * width);
  const end = Math.ceil(0.88 * width);
  for (let x = begin; x < end; x++) {
    const level = cover[x] ?? 0;
    const isEdge = x === begin || (cover[x - 1] ?? 0) > level;
    if (!isEdge) continue;
    for (const slack of [0, strays]) {
      let to = x;
      while (to < end && (cover[to] ?? 0) <= level + slack) to++;
      if (to - x < (sidebar ? narrowestBesideSidebar : narrowest)) continue;
      const gutter = { x0: from + x, x1: from + to };
      const score = scoreOf(fragments, gutter, sidebar, hint);
      if (score > (best?.score ?? 0)) best = { ...gutter, score };
    }
  }
  return best && { x0: best.x0, x1: best.x1 };
}

function clamp(value: number, width: number): number {
  return Math.max(0, Math.min(width, value));
}

function scoreOf(fragments: readonly Fragment[], gutter: Gutter, sidebar: boolean, hint?: Gutter): number {
  const left = fragments.filter(({ x1 }) => x1 <= gutter.x0 + 1);
  const right = fragments.filter(({ x0 }) => x0 >= gutter.x1 - 1);
  const crossing = fragments.length - left.length - right.length;
  const smaller = Math.min(rowCount(left), rowCount(right));
  const expected = hint !== undefined && hint.x0 < gutter.x1 && gutter.x0 < hint.x1;
  if (smaller < fewestLines || crossing > (expected ? expectedCrossingShare : crossingShare) * smaller) return 0;
  const share = expected ? expectedLineShare : lineShare;
  const texts = [left, right].filter((side) => isText(side, share)).length;
  if (texts < (sidebar ? 1 : 2)) return 0;
  const beside = Math.min(bottom(left), bottom(right)) - Math.max(top(left), top(right));
  const size = left[0]?.size ?? 10;
  return beside < 3 * size ? 0 : smaller - crossing;
}

function rowCount(fragments: readonly Fragment[]): number {
  return new Set(fragments.map(({ baseline }) => Math.round(baseline / 2))).size;
}

/** Most letters stand in lines of text, not in cells. */
function isText(fragments: readonly Fragment[], share: number): boolean {
  let all = 0;
  let inLines = 0;
  for (const { length } of fragments) {
    all += length;
    if (length >= lineLength) inLines += length;
  }
  return inLines >= share * all;
}

function top(fragments: readonly Fragment[]): number {
  return Math.min(...fragments.map(({ baseline, size }) => baseline - size));
}

function bottom(fragments: readonly Fragment[]): number {
  return Math.max(...fragments.map(({ baseline }) => baseline));
}

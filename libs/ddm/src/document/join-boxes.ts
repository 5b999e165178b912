import type { Box } from '@askg/contract';

/** Fractions of a page within which two edges are the same. */
const tolerance = 1e-4;

/** Widest gap between words of one line, in heights of the line. */
const widestGap = 2;

/** Boxes of words, in order, to boxes of lines: neighbours of one height on one page become one. */
export function joinBoxes(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    if (last && isSameLine(last, box)) {
      joined[joined.length - 1] = { ...last, x0: Math.min(last.x0, box.x0), x1: Math.max(last.x1, box.x1) };
    } else joined.push(box);
  }
  return joined;
}

function isSameLine(a: Box, b: Box): boolean {
  const apart = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
  return (
    a.page === b.page &&
    Math.abs(a.y0 - b.y0) < tolerance &&
    Math.abs(a.y1 - b.y1) < tolerance &&
    apart < widestGap * (a.y1 - a.y0)
  );
}

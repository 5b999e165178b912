import type { Rect } from '../engine/matrix.ts';
import type { Fragment } from '../lines/fragment.ts';

export function widthOf({ x0, x1 }: Rect): number {
  return x1 - x0;
}

export function heightOf({ y0, y1 }: Rect): number {
  return y1 - y0;
}

/** Whether the middle of a fragment lies in a rectangle that is `margin` points larger on each side. */
export function isInside({ x0, x1, baseline, size }: Fragment, rect: Rect, margin = 0): boolean {
  const x = (x0 + x1) / 2;
  const y = baseline - 0.3 * size;
  return x >= rect.x0 - margin && x <= rect.x1 + margin && y >= rect.y0 - margin && y <= rect.y1 + margin;
}

export function unionOf(a: Rect, b: Rect): Rect {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) };
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

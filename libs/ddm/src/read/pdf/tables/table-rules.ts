import type { Rect } from '../engine/matrix.ts';
import type { TextPage } from '../lines/text-page.ts';

/** A horizontal rule over some columns only. Points of the page. */
export type Bar = { x0: number; x1: number; y: number };

/**
 * The rules of a table: heights of those that run across it, places of those that part its columns from top to bottom,
 * and those that stand below the common head of some columns.
 */
export type TableRules = { across: readonly number[]; uprights: readonly number[]; bars: readonly Bar[] };

/** Share of the width that a rule across a table takes at least, and of the height that one between columns does. */
const acrossShare = 0.6;
const uprightShare = 0.6;
/** Points within which rules stand at one place. */
const drift = 2;
/** Points from the edges of a table from which a rule is inside it. */
const inset = 6;
const shortestBar = 12;

export function tableRules(area: Rect, page: TextPage | undefined): TableRules {
  const inside = (page?.graphics ?? []).filter(
    ({ rule, x0, y0, x1, y1 }) =>
      rule !== undefined && x1 > area.x0 && x0 < area.x1 && y1 > area.y0 - drift && y0 < area.y1 + drift,
  );
  const level = inside.filter(({ rule }) => rule === 'horizontal');
  const isAcross = ({ x0, x1 }: Rect): boolean =>
    Math.min(x1, area.x1) - Math.max(x0, area.x0) > acrossShare * (area.x1 - area.x0);
  return {
    across: level
      .filter(isAcross)
      .map(({ y0 }) => y0)
      .toSorted((a, b) => a - b),
    uprights: uprightsOf(
      inside.filter(({ rule }) => rule === 'vertical'),
      area,
    ),
    bars: level
      .filter((rule) => !isAcross(rule) && rule.x1 - rule.x0 >= shortestBar)
      .map(({ x0, x1, y0 }) => ({ x0, x1, y: y0 })),
  };
}

/** Rules between columns are often drawn row by row: those at one place count together. */
function uprightsOf(rules: readonly Rect[], area: Rect): number[] {
  const places: { x: number; height: number }[] = [];
  for (const { x0, y0, x1, y1 } of rules) {
    const x = (x0 + x1) / 2;
    if (x < area.x0 + inset || x > area.x1 - inset) continue;
    const place = places.find((other) => Math.abs(other.x - x) < drift);
    if (place) place.height += y1 - y0;
    else places.push({ x, height: y1 - y0 });
  }
  return places
    .filter(({ height }) => height > uprightShare * (area.y1 - area.y0))
    .map(({ x }) => x)
    .toSorted((a, b) => a - b);
}

import type { Rect } from '../engine/matrix.ts';
import { captionLabel } from '../blocks/caption-label.ts';
import { type Fragment, textOf } from '../lines/fragment.ts';
import type { TextPage } from '../lines/text-page.ts';
import type { Graphic } from '../page/page-content.ts';
import type { BodyStyle } from './body-style.ts';
import { withLabels } from './figure-labels.ts';
import { heightOf, isInside, overlaps, unionOf, widthOf } from './regions.ts';

/** Points: the cell of the grid on which drawings that are near each other grow together. */
const cell = 5;
/** Smallest sides of a figure; smaller drawings are icons and marks. */
const minWidth = 40;
const minHeight = 30;
const minPaths = 5;
/** Share of the page from which a drawing is its background. */
const background = 0.75;

/**
 * Where a page has pictures and drawings: images, and groups of paths that are more than rules and boxes.
 * @param fragments those of the page that may be labels
 */
export function findFigureRegions(page: TextPage, fragments: readonly Fragment[], body: BodyStyle): Rect[] {
  const drawings = page.graphics.filter(
    (graphic) =>
      !graphic.white &&
      widthOf(graphic) * heightOf(graphic) < background * page.width * page.height &&
      !(graphic.rule === 'horizontal' && widthOf(graphic) > 0.25 * page.width) &&
      overlaps(graphic, { x0: 0, y0: 0, x1: page.width, y1: page.height }),
  );
  const regions = clustersOf(drawings, page)
    .filter(isFigure)
    .map(({ rect }) => rect);
  const figures = joinNear(regions).filter(
    (rect) =>
      widthOf(rect) >= minWidth &&
      heightOf(rect) >= minHeight &&
      !holdsProse(rect, page, body) &&
      !isGround(rect, page),
  );
  return joinNear(withLabels(figures, fragments, body));
}

type Cluster = { rect: Rect; graphics: Graphic[] };

/** Groups of drawings that touch, by filling a coarse grid: fast however many there are. */
function clustersOf(drawings: readonly Graphic[], page: TextPage): Cluster[] {
  const columns = Math.ceil(page.width / cell) + 1;
  const rows = Math.ceil(page.height / cell) + 1;
  const labels = new Int32Array(columns * rows);
  const parents: number[] = [0];
  const find = (label: number): number => {
    let root = label;
    while (parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  const labelled: { graphic: Graphic; label: number }[] = [];
  for (const graphic of drawings) {
    const label = parents.length;
    parents.push(label);
    labelled.push({ graphic, label });
    const clamp = (value: number, limit: number): number => Math.max(0, Math.min(limit - 1, Math.floor(value / cell)));
    const [left, right] = [clamp(graphic.x0, columns), clamp(graphic.x1, columns)];
    const [top, bottom] = [clamp(graphic.y0, rows), clamp(graphic.y1, rows)];
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const at = y * columns + x;
        const other = labels[at] ?? 0;
        if (other === 0) labels[at] = label;
        else parents[find(label)] = find(other);
      }
    }
  }
  const clusters = new Map<number, Cluster>();
  for (const { graphic, label } of labelled) {
    const root = find(label);
    const cluster = clusters.get(root);
    if (!cluster) clusters.set(root, { rect: rectOf(graphic), graphics: [graphic] });
    else {
      cluster.rect = unionOf(cluster.rect, graphic);
      cluster.graphics.push(graphic);
    }
  }
  return [...clusters.values()];
}

function rectOf({ x0, y0, x1, y1 }: Rect): Rect {
  return { x0, y0, x1, y1 };
}

function isFigure({ rect, graphics }: Cluster): boolean {
  if (graphics.some(({ kind }) => kind !== 'path')) return widthOf(rect) > 16 && heightOf(rect) > 16;
  const shapes = graphics.filter(({ rule }) => rule === undefined);
  if (shapes.length === 0 || graphics.length < minPaths) return false;
  // Shaded rows and cells of a table share their edges; the parts of a drawing do not.
  const edges = (pick: (rect: Rect) => number): number =>
    new Set(graphics.map((graphic) => Math.round(pick(graphic)))).size;
  return edges(({ x0 }) => x0) >= 3 && edges(({ y0 }) => y0) >= 3;
}

/** Parts of one picture stand closer to each other than to the text. */
function joinNear(regions: readonly Rect[]): Rect[] {
  const joined: Rect[] = [];
  for (const region of regions.toSorted((a, b) => a.y0 - b.y0)) {
    let merged = region;
    for (let i = joined.length - 1; i >= 0; i--) {
      const other = joined[i] as Rect;
      const grown = {
        x0: other.x0 - 2 * cell,
        y0: other.y0 - 2 * cell,
        x1: other.x1 + 2 * cell,
        y1: other.y1 + 2 * cell,
      };
      if (overlaps(grown, merged)) {
        merged = unionOf(merged, other);
        joined.splice(i, 1);
      }
    }
    joined.push(merged);
  }
  return joined;
}

/** A drawing that holds most of the text of a page that speaks of no figure is the ground of a slide or a poster. */
function isGround(rect: Rect, page: TextPage): boolean {
  if (page.fragments.some(({ pieces }) => captionLabel(textOf(pieces)) !== undefined)) return false;
  const inside = page.fragments.filter((fragment) => isInside(fragment, rect));
  const letters = (fragments: readonly Fragment[]): number => fragments.reduce((sum, { length }) => sum + length, 0);
  return letters(inside) > 0.6 * letters(page.fragments) && inside.length > 3;
}

/** A frame or a shade around running text or around code is no figure. */
function holdsProse(rect: Rect, page: TextPage, body: BodyStyle): boolean {
  const inside = page.fragments.filter((fragment) => isInside(fragment, rect));
  const prose = inside.filter(
    ({ x0, x1, size, length }) => length >= 30 && size >= 0.85 * body.size && x1 - x0 > 0.6 * widthOf(rect),
  );
  const letters = inside.reduce((sum, { length }) => sum + length, 0);
  const code = inside.filter(({ font }) => font.mono).reduce((sum, { length }) => sum + length, 0);
  return (prose.length >= 3 && prose.length > 0.5 * inside.length) || (letters > 40 && code > 0.6 * letters);
}

import { firstLine, lastLine, type TextBlock } from '../blocks/block.ts';
import type { CaptionLabel } from '../blocks/caption-label.ts';
import type { PageArea } from '../layout/lay-out-page.ts';
import type { Unit } from './unit.ts';

type Caption = Extract<Unit, { type: 'caption' }>;

/** Points that a caption may stand away from its figure or table. */
const reach = 90;

/** Where captions stand: above what they belong to, or below it. Papers set all of one kind alike. */
type Side = 'above' | 'below';
type Sides = Record<CaptionLabel['what'], Side>;

const choices: Sides[] = [
  { figure: 'below', table: 'above', other: 'above' },
  { figure: 'below', table: 'below', other: 'below' },
  { figure: 'above', table: 'above', other: 'above' },
];

/** Which figure or table area each caption belongs to: the nearest on its page, on the side that fits the paper best. */
export function matchCaptions(units: readonly Unit[]): Map<Caption, PageArea> {
  const areas = units.flatMap((unit) => (unit.type === 'area' ? [unit.block.area] : []));
  const captions = units.filter((unit) => unit.type === 'caption');
  const matches = choices.map((sides) => matchBy(captions, areas, sides));
  return matches.reduce((best, next) => (next.cost < best.cost ? next : best)).matched;
}

function matchBy(
  captions: readonly Caption[],
  areas: readonly PageArea[],
  sides: Sides,
): { matched: Map<Caption, PageArea>; cost: number } {
  const pairs = captions
    .flatMap((caption) =>
      areas.map((area) => ({ caption, area, cost: costOf(caption, area, sides[caption.label.what]) })),
    )
    .filter(({ cost }) => cost < reach)
    .toSorted((a, b) => a.cost - b.cost);
  const matched = new Map<Caption, PageArea>();
  const used = new Set<PageArea>();
  let total = 0;
  for (const { caption, area, cost } of pairs) {
    if (matched.has(caption) || used.has(area)) continue;
    matched.set(caption, area);
    used.add(area);
    total += cost;
  }
  return { matched, cost: total + reach * (captions.length - matched.size) };
}

function costOf({ block, label }: Caption, area: PageArea, side: Side): number {
  const place = placeOf(block);
  if (firstLine(block).page !== area.page) return Infinity;
  if (Math.min(place.x1, area.x1) - Math.max(place.x0, area.x0) <= 0) return besideCost(place, area);
  const gapAbove = area.y0 - place.y1;
  const gapBelow = place.y0 - area.y1;
  const gap = Math.max(gapAbove, gapBelow, 0);
  const isUsual = (side === 'above' ? gapAbove : gapBelow) >= -4;
  const otherKind = label.what !== 'other' && (label.what === 'table') !== (area.kind === 'table');
  return gap + (isUsual ? 0 : 25) + (otherKind ? 35 : 0);
}

/** A caption in the margin beside its figure. */
function besideCost(place: Place, area: PageArea): number {
  const apart = Math.max(place.x0 - area.x1, area.x0 - place.x1);
  const shared = Math.min(place.y1, area.y1) - Math.max(place.y0, area.y0);
  return shared > 0.5 * (place.y1 - place.y0) ? 40 + Math.max(0, apart) : Infinity;
}

type Place = { x0: number; y0: number; x1: number; y1: number };

function placeOf(block: TextBlock): Place {
  return {
    x0: Math.min(...block.lines.map(({ x0 }) => x0)),
    x1: Math.max(...block.lines.map(({ x1 }) => x1)),
    y0: firstLine(block).top,
    y1: lastLine(block).bottom,
  };
}

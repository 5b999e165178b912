import type { Fragment } from '../lines/fragment.ts';
import type { TextPage } from '../lines/text-page.ts';

/** The style most text of a document is set in. `leading`: points from one baseline to the next. */
export type BodyStyle = { size: number; family: string; leading: number };

const bins = 5;

export function findBodyStyle(pages: readonly TextPage[]): BodyStyle {
  const sizes = new Map<number, number>();
  for (const { fragments } of pages) {
    for (const { size, length } of fragments) count(sizes, Math.round(size * bins) / bins, length);
  }
  const size = commonest(sizes) ?? 10;
  const families = new Map<string, number>();
  const leadings = new Map<number, number>();
  for (const { fragments } of pages) {
    let previous: Fragment | undefined;
    for (const fragment of fragments) {
      if (Math.abs(fragment.size - size) > 0.3) continue;
      count(families, fragment.font.family, fragment.length);
      const step = previous ? fragment.baseline - previous.baseline : 0;
      if (step > 0.8 * size && step < 2.5 * size) count(leadings, Math.round(step * bins) / bins, 1);
      previous = fragment;
    }
  }
  return { size, family: commonest(families) ?? '', leading: commonest(leadings) ?? 1.2 * size };
}

function count<K>(counts: Map<K, number>, key: K, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

function commonest<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: [K, number] | undefined;
  for (const entry of counts) if (!best || entry[1] > best[1]) best = entry;
  return best?.[0];
}

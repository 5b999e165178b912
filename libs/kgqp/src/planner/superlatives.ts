import type { Measure } from '../linking/meaning.ts';
import type { Item } from './item.ts';

/** An adjective that picks the extreme ones; `isDual`: it may say a place in an order instead ("first"). */
export type FoundSuperlative = {
  from: number;
  to: number;
  measures: readonly Measure[];
  limit: number;
  isDual: boolean;
};

/** Gives each superlative to the nearest item that it can measure; returns those that found none. */
export function giveSuperlatives(items: readonly Item[], found: readonly FoundSuperlative[]): FoundSuperlative[] {
  return found.filter(({ to, measures, limit, isDual }) => {
    const fits = (item: Item) =>
      item.senses.some((sense) => sense.kind !== 'value' && measures.some(({ of }) => of === sense.cls));
    const [near] = items.filter(fits).toSorted((a, b) => distance(a, to) - distance(b, to));
    if (near === undefined || (isDual && (near.from < to || near.from - to > 1))) return !isDual;
    // "The first three papers": the number says how many are wanted.
    const wanted = near.count?.compare === '=' ? near.count.count : undefined;
    near.superlative = { measures, limit: wanted ?? limit };
    if (wanted !== undefined) delete near.count;
    if (isDual) delete near.ordinal;
    return false;
  });
}

/** What follows the adjective is nearer than what stands before it. */
function distance(item: Item, at: number): number {
  return item.from >= at ? item.from - at : (at - item.to) * 2 + 1;
}

import type { Lexicon } from '../linking/lexicon.ts';
import type { Measure } from '../linking/meaning.ts';
import type { Item, Sense } from './item.ts';

/** An adjective that picks the extreme ones; `isDual`: it may say a place in an order instead ("first"). */
export type FoundSuperlative = {
  from: number;
  to: number;
  measures: readonly Measure[];
  limit: number;
  isDual: boolean;
};

/** Gives each superlative to the nearest item that it can measure; returns those that found none. */
export function giveSuperlatives(
  items: readonly Item[],
  found: readonly FoundSuperlative[],
  lexicon: Lexicon,
): FoundSuperlative[] {
  return found.filter(({ to, measures, limit, isDual }) => {
    const nearest = (fits: (sense: Sense) => boolean) =>
      items
        .filter(({ names, senses }) => names.length === 0 && senses.some(fits))
        .toSorted((a, b) => distance(a, to) - distance(b, to))[0];
    const near =
      nearest((sense) => sense.kind !== 'value' && measures.some(({ of }) => of === sense.cls)) ??
      nearest(
        (sense) => sense.kind === 'value' && measures.some((measure) => isTallied(sense.relation, measure, lexicon)),
      );
    if (near === undefined || (isDual && (near.from < to || near.from - to > 1))) return !isDual;
    // "The first three papers": the number says how many are wanted.
    const wanted = near.count?.compare === '=' ? near.count.count : undefined;
    near.superlative = { measures, limit: wanted ?? limit };
    if (wanted !== undefined) delete near.count;
    if (isDual) delete near.ordinal;
    return false;
  });
}

/** "The most cited journals": values of things that are counted are ranked by how many things have them. */
export function isTallied(value: string, { of, measure }: Measure, { relations }: Lexicon): boolean {
  const isOf = (relations.get(value) ?? []).some(({ from }) => from === of);
  return isOf && (relations.get(measure) ?? []).some(({ to }) => to !== undefined);
}

/** What follows the adjective is nearer than what stands before it. */
function distance(item: Item, at: number): number {
  return item.from >= at ? item.from - at : (at - item.to) * 2 + 1;
}

import type { ForeignItem } from './foreign-item.ts';

/** A number before things limits them where something puts them in order; elsewhere there are so many of them. */
export function withBareNumbers(items: readonly ForeignItem[]): ForeignItem[] {
  const bare = items.find((item) => item.bare !== undefined)?.bare;
  const isRanked = items.some(({ extreme }) => extreme !== undefined);
  // "The top 5 by price": what is measured puts them in order.
  const by =
    isRanked || bare === undefined
      ? undefined
      : items.findLast((item) => item.aggregate !== undefined || item.counted === true);
  return items.map(({ bare: number, ...item }, i) => {
    if (bare !== undefined && item.extreme?.limit === 1) return { ...item, extreme: { ...item.extreme, limit: bare } };
    if (by !== undefined && items[i] === by) {
      return { ...item, extreme: { descending: true, limit: bare ?? 1, offset: 0 } };
    }
    if (isRanked || by !== undefined || number === undefined || i === 0) return item;
    return { ...item, condition: { compare: '=', numbers: [number] } };
  });
}

import { ddm } from '@askg/ddm';
import type { Item } from './item.ts';
import type { Outline } from './outline.ts';

/** What a word between its ends is worth to a relation that it names, at most. */
const namedByVerb = 1.6;
const ofWorth = 0.5;

/** The word that names the relation best and has not been used: one between the two ends counts most. */
export function bestHint(
  { hints }: Outline,
  relation: string,
  paid: ReadonlySet<number>,
  a: number,
  b: number,
): { index: number; worth: number; outside: number } | undefined {
  const [low, high] = a < b ? [a, b] : [b, a];
  const worth = hints.flatMap((hint, index) => {
    if (paid.has(index) || !hint.relations.includes(relation)) return [];
    const outside = Math.max(low - hint.to, hint.from - high, 0);
    const strength = hint.isWeak ? 0.5 : 1;
    return [{ index, outside, worth: (namedByVerb * strength) / (1 + 0.15 * outside) }];
  });
  return worth.toSorted((x, y) => y.worth - x.worth || x.index - y.index)[0];
}

/** Whether a verb says that its relation leads from one thing to another of the same kind: its subject stands just before it. */
export function isTowards({ hints }: Outline, index: number, [from, to]: readonly [number, number]): boolean {
  const hint = hints[index];
  if (hint === undefined) return false;
  const before = [from, to].filter((at) => at < hint.from);
  const subject = before.length === 0 ? Math.min(from, to) : Math.max(...before);
  return subject === (hint.isReversed ? to : from);
}

/** What "the A of the B", or "the B A", is worth to a tie between the two items, given by the place of their first words. */
export function ofBonus({ items, hints }: Outline, a: number, b: number): number {
  const [first, second] = [a, b].toSorted((x, y) => x - y);
  const one = items.find(({ from }) => from === first);
  if (one === undefined || second === undefined || second - one.to > 3) return 0;
  const other = items.find(({ from }) => from === second);
  if (isCompound(one, other)) return ofWorth;
  const isOf = hints.some(
    ({ from, to, isWeak, relations }) => isWeak && relations.length === 0 && from >= one.to && to <= second,
  );
  return isOf ? ofWorth : 0;
}

/** Whether a name stands right before a kind of thing, as in "the JOSS papers". */
export function isCompound(name: Item | undefined, head: Item | undefined): boolean {
  if (name === undefined || head === undefined || head.from !== name.to) return false;
  // A work is seldom called by what it cites.
  if (name.names.length === 0 || name.names[0]?.cls === ddm.Reference) return false;
  return head.names.length === 0 && head.senses.some(({ kind }) => kind !== 'value');
}

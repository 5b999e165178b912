import type { Lexicon } from '../linking/lexicon.ts';
import type { Item } from './item.ts';

export type PairContext = {
  lexicon: Lexicon;
  counts: boolean;
  /** What is asked for must go with each of the two: "cited by both A and B". */
  isEach: boolean;
  /** A word says that two things have something in common. */
  isShared: boolean;
};

/**
 * Finds two named things of one kind that stand in the same place of what is asked. What ties the first to the rest ties the
 * second as well; but "who wrote A and B" asks for the authors of either, each with its paper.
 */
export function pairNames(items: readonly Item[], { lexicon, counts, isEach, isShared }: PairContext): readonly Item[] {
  const isNamed = (item: Item) => classOf(item) !== undefined && !item.negated;
  const isTwo = items.filter(isNamed).length === 2;
  const paired: Item[] = [];
  for (const item of items) {
    const at = isNamed(item) ? paired.findLastIndex(isNamed) : -1;
    const first = paired[at];
    const isPair = item.isAdded === true ? at === paired.length - 1 : isShared && isTwo;
    if (first === undefined || classOf(first) !== classOf(item) || !isPair) paired.push(item);
    // Things that belong to one paper each are seldom those of two.
    else if (item.isAdded === true && !isEach && lexicon.namings.get(classOf(item) ?? '')?.isLocal === false) {
      const names = [...first.names, ...item.names];
      paired[at] = { ...first, to: item.to, names, ...(counts ? { grouped: true } : { projected: true }) };
    } else paired.push({ ...item, goesWith: at });
  }
  return paired;
}

function classOf({ names }: Item): string | undefined {
  return names[0]?.cls;
}

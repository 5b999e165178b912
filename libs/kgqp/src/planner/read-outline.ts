import type { Lexicon } from '../linking/lexicon.ts';
import type { Hint, Item } from './item.ts';
import { impliedTarget, impliedText } from './implied-target.ts';
import { joinItems } from './join-items.ts';
import { pairNames } from './pair-names.ts';
import type { WeighedWord } from './weighed-word.ts';
import type { Outline } from './outline.ts';
import { readMarks } from './read-marks.ts';
import type { Segmentation } from './segment.ts';

/** Words side by side that mean one thing speak for each other. */
const joinWorth = 0.7;

/** What a segmentation says: the shape first, then what is asked for, and the items with the words that modify them. */
export function readOutline(words: readonly WeighedWord[], segmentation: Segmentation, lexicon: Lexicon): Outline {
  const { reading, unused: idle } = readMarks(words, segmentation.marks, lexicon);
  const { hints, askedAt, counts, aggregate, isYesNo, isOther, isBeyond } = reading;
  const isGap = (from: number, to: number) =>
    words.slice(from, to).every(({ isFiller, loss }) => isFiller && loss === 0) &&
    !hints.some((hint) => hint.from >= from && hint.to <= to);
  const { items: joined, joins } = joinItems(reading.items, lexicon, isGap);
  const isEach = isOther || reading.isBoth || isYesNo;
  const named = pairNames(joined, { lexicon, counts, isEach, isShared: isOther });
  const isAsked = !isYesNo || counts;
  const whatAt = reading.whatAt ?? words.length;
  const told = isAsked && reading.isProse ? impliedText(named, hints.at(-1), whatAt, words.length, lexicon) : undefined;
  const implied =
    told ??
    (isAsked && targetOf(named, askedAt ?? 0) === undefined ? impliedTarget(named, hints, whatAt, lexicon) : undefined);
  const isProse = reading.isProse && implied === undefined;
  const paired = implied === undefined ? named : withFirst(implied, named);
  const target = isAsked ? targetOf(paired, implied?.from ?? askedAt ?? 0) : undefined;
  const items = withLimit(paired, target).map((item, i) =>
    i === target ? asked(item) : { ...item, projected: item.projected && !(counts && item.grouped) },
  );
  const telling = words.filter(({ isFiller }) => !isFiller);
  const total = telling.reduce((sum, { weight }) => sum + weight, 0);
  const unused = idle.flatMap(({ from, to }) => words.slice(from, to));
  const lost =
    segmentation.uncovered.reduce((sum, i) => sum + (words[i]?.weight ?? 0), 0) +
    unused.reduce((sum, { isFiller, weight }) => sum + (isFiller ? 0 : weight), 0);
  const isUnknown = askedAt !== undefined && isHeadUnknown(words, segmentation.uncovered, items, askedAt);
  const outline = {
    items,
    hints,
    target,
    counts,
    aggregate,
    isOther,
    isBeyond,
    comparison: reading.comparison,
    isHalf: reading.isBoth && isUnpaired(paired),
    isHeadUnknown: isUnknown,
    isHeadModified: isHeadModified(segmentation.uncovered, items, target),
    isProse,
    score: segmentation.score + joinWorth * joins,
    coverage: total === 0 ? 0 : Math.max(0, 1 - lost / total),
  };
  return { ...outline, shape: isProse ? 'text' : shapeOf(outline, isYesNo) };
}

/** Two things are named, but not as a pair. */
function isUnpaired(items: readonly Item[]): boolean {
  return (
    items.every(({ goesWith }) => goesWith === undefined) && items.filter(({ names }) => names.length > 0).length > 1
  );
}

/** An item before all others, which keep their pairs. */
function withFirst(item: Item, items: readonly Item[]): Item[] {
  return [
    item,
    ...items.map((other) => ({
      ...other,
      projected: false,
      ...(other.goesWith === undefined ? {} : { goesWith: other.goesWith + 1 }),
    })),
  ];
}

/** "Which three papers have the most references": the number says how many are wanted. */
function withLimit(items: readonly Item[], target: number | undefined): readonly Item[] {
  const count = target === undefined ? undefined : items[target]?.count;
  if (
    count?.compare !== '=' ||
    !items.some(({ rank, superlative }) => rank !== undefined || superlative !== undefined)
  ) {
    return items;
  }
  return items.map((item, i) => {
    const { count: _, ...rest } = item;
    const limited = {
      ...(i === target ? rest : item),
      ...(item.rank === undefined ? {} : { rank: { ...item.rank, limit: count.count } }),
      ...(item.superlative === undefined ? {} : { superlative: { ...item.superlative, limit: count.count } }),
    };
    return limited;
  });
}

/** "Which two papers …": the number only says how many there are. */
function isHowMany({ count, from }: Item, askedAt: number): boolean {
  return count?.compare === '=' && count.count > 1 && from - askedAt <= 1;
}

function asked(item: Item): Item {
  const { count: _, ...rest } = item;
  return { ...rest, projected: true, grouped: false };
}

/** What is asked for: the first kind of thing or value after the words that ask. */
function targetOf(items: readonly Item[], askedAt: number): number | undefined {
  const isKind = (item: Item) => item.senses.length > 0 && item.names.length === 0 && item.unknownName === undefined;
  const isFree = (item: Item) =>
    isKind(item) && !item.grouped && item.rank === undefined && !item.negated && item.isByWay !== true;
  const after = items.findIndex(
    (item) => item.from >= askedAt && isFree(item) && (item.count === undefined || isHowMany(item, askedAt)),
  );
  if (after >= 0) return after;
  const any = items.findIndex((item) => isFree(item));
  if (any >= 0) return any;
  // "Show every paper": one row each is what a list has anyway.
  const each = items.findIndex((item) => isKind(item) && item.grouped);
  return each >= 0 ? each : undefined;
}

/** Whether the word that says what is asked for is one that nothing knows: "which version", "how many students". */
function isHeadUnknown(
  words: readonly WeighedWord[],
  uncovered: readonly number[],
  items: readonly Item[],
  askedAt: number,
): boolean {
  let at = askedAt;
  while (at < words.length && words[at]?.isFiller === true) at += 1;
  if (!uncovered.includes(at)) return false;
  while (uncovered.includes(at)) at += 1;
  return !items.some((item: Item) => item.from === at && item.senses.length > 0 && item.names.length === 0);
}

/** Whether the word before what is asked for is unknown, or is a name that says what kind of value is meant. */
function isHeadModified(uncovered: readonly number[], items: readonly Item[], target: number | undefined): boolean {
  const head = items[target ?? -1];
  if (head === undefined) return false;
  const isValue = head.senses.every(({ kind }) => kind === 'value');
  return (
    uncovered.includes(head.from - 1) ||
    (isValue && items.some(({ to, names }) => to === head.from && names.length > 0))
  );
}

type Parts = Pick<Outline, 'items' | 'target' | 'counts' | 'aggregate'> & { hints: readonly Hint[] };

function shapeOf({ items, target, counts, aggregate }: Parts, isYesNo: boolean): Outline['shape'] {
  if (isYesNo && !counts) return 'yes-no';
  const columns = items.filter(({ projected }) => projected).length;
  if (aggregate !== undefined) return 'count';
  if (items.some(({ grouped }) => grouped) || columns > 1) return 'table';
  if (items.some(({ rank, superlative }) => rank !== undefined || superlative !== undefined)) return 'superlative';
  if (counts || aggregate !== undefined) return 'count';
  if (target === undefined) return 'text';
  return items[target]?.senses.some(({ kind }) => kind === 'value') === true ? 'fact' : 'list';
}

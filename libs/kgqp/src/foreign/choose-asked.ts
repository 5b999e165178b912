import { resourceKind } from '@askg/graph';
import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import { measuresByWords, measuresOf, type MeasureWay, productWays } from './find-measures.ts';
import type { ForeignItem, ForeignOutline } from './foreign-item.ts';

export type Asking = {
  /** Where what is asked for is looked for. */
  askedAt: number;
  countsAt: number | undefined;
  /** What a question word asks for, by stems of words. */
  asksFor: readonly string[] | undefined;
  lexicon: InducedLexicon;
};

/** Tells which item is asked for and which are shown besides. Without any, nothing can be asked. */
export function chooseAsked(outline: ForeignOutline, asking: Asking): ForeignOutline[] {
  const { countsAt } = asking;
  const isAggregated = outline.items.some(({ aggregate }) => aggregate !== undefined);
  if (outline.form === 'ask') {
    return outline.items.length === 0 ? [] : [{ ...outline, items: outline.items.map(plain) }];
  }
  const readings = askedOf(outline, asking);
  return readings.map(({ items, asked, score }) => {
    const counts = countsAt !== undefined && items[asked]?.counted === true && !isAggregated;
    return { ...outline, counts, score, items: withColumns(items, asked, counts, asking.lexicon) };
  });
}

type AskedReading = { items: readonly ForeignItem[]; asked: number; score: number };

function askedOf({ items, score, asksLast }: ForeignOutline, asking: Asking): AskedReading[] {
  const { askedAt, asksFor, lexicon } = asking;
  const kinds = asksFor === undefined ? undefined : kindsOf(asksFor, lexicon);
  const isFree = (item: ForeignItem) =>
    (item.what.kind === 'node' || item.what.kind === 'property' || item.what.kind === 'product') &&
    item.negated !== true &&
    !isModified(item);
  const free = items.flatMap((item, i) => (item.from >= askedAt && isFree(item) && item.grouped !== true ? [i] : []));
  const how = items.findIndex(
    ({ what, extreme, condition }) => what.kind === 'measure' && extreme === undefined && condition === undefined,
  );
  if (how >= 0) return [{ items, asked: how, score }];
  const both = items.findIndex(({ bothEnds }) => bothEnds === true);
  const each = items.some(({ grouped }) => grouped === true);
  const extreme = items.findIndex(
    (item) =>
      item.extreme !== undefined && item.what.kind !== 'node' && item.aggregate === undefined && item.counted !== true,
  );
  // "Per category, the lightest and the heaviest": the values of each group.
  if (both >= 0) return [{ items, asked: both, score: score + 0.1 }];
  if (each && extreme >= 0) return [{ items, asked: extreme, score }];
  const last = items.length - 1;
  const isLate = asksLast && free.includes(last) && items[last]?.what.kind === 'property' && free.length > 1;
  const fits = kinds === undefined ? free : free.filter((i) => fitsKinds(items[i], kinds, lexicon));
  const [first] = fits;
  const readings: AskedReading[] = [];
  // "The highest price of a service": the value itself, and not what has it.
  const isExtremeFirst =
    items[0]?.extreme !== undefined &&
    (items[0].what.kind === 'property' || items[0].what.kind === 'product') &&
    items[0].counted !== true;
  if (isExtremeFirst && kinds === undefined) readings.push({ items, asked: 0, score: score + 0.05 });
  if (isLate) readings.push({ items, asked: last, score: score + 0.3 });
  if (first !== undefined) readings.push({ items, asked: first, score });
  if (first === undefined || kinds !== undefined) {
    if (kinds !== undefined && kinds.classes.length > 0) {
      readings.push({
        items: [virtual(askedAt, kinds.classes), ...items],
        asked: 0,
        score: score - (first === undefined ? 0 : 0.5),
      });
    }
    for (const property of kinds?.properties ?? []) {
      const item: ForeignItem = { from: askedAt, to: askedAt, what: { kind: 'property', iri: property }, worth: 0.5 };
      readings.push({ items: [item, ...items], asked: 0, score: score - (first === undefined ? 0.2 : 0.6) });
    }
  }
  const [owned] =
    kinds === undefined &&
    (first === undefined || items[first]?.extreme !== undefined || items[first]?.what.kind !== 'node')
      ? ownersOf(items, askedAt, score, lexicon)
      : [];
  if (owned !== undefined) readings.push(owned);
  if (readings.length > 0) return readings;
  // An extreme value, an aggregate or a group may be all that is asked for.
  const any = items.findIndex((item) => item.what.kind !== 'entity' && item.what.kind !== 'value');
  if (any >= 0) return [{ items, asked: any, score: score - 0.3 }];
  return items.length === 0 ? [] : [{ items, asked: 0, score: score - 1 }];
}

/** "The heaviest coil": what has the measure is asked for, although nothing says its kind. */
function ownersOf(
  items: readonly ForeignItem[],
  askedAt: number,
  score: number,
  lexicon: InducedLexicon,
): AskedReading[] {
  const measured = items.find(
    (item) =>
      (item.extreme !== undefined || (item.condition !== undefined && item.what.kind === 'property')) &&
      item.aggregate === undefined &&
      item.counted !== true,
  );
  if (measured === undefined) return [];
  const ways = waysOf(measured, lexicon);
  const classes = [...new Set(ways.flatMap((way) => way.classes))];
  const isFirst = items[0] === measured && measured.what.kind !== 'measure';
  return classes.length === 0
    ? []
    : [{ items: [virtual(askedAt, classes), ...items], asked: 0, score: score - (isFirst ? 0.6 : 0.1) }];
}

function waysOf({ what }: ForeignItem, lexicon: InducedLexicon): readonly MeasureWay[] {
  if (what.kind === 'property') return measuresOf(what.iri, lexicon, true);
  if (what.kind === 'product') return productWays(what.product, lexicon);
  return what.kind === 'measure' ? measuresByWords(what.words, lexicon).slice(0, 1) : [];
}

function isModified({ extreme, condition, aggregate, what, counted }: ForeignItem): boolean {
  if (what.kind === 'node') return condition !== undefined || (extreme !== undefined && counted !== false);
  return condition !== undefined || (extreme !== undefined && aggregate === undefined);
}

/** Classes and properties that a question word may ask for. */
function kindsOf(words: readonly string[], lexicon: InducedLexicon): { classes: string[]; properties: string[] } {
  const senses = words.flatMap((word) => [
    ...lexicon.named(word),
    ...lexicon.own(word).filter(({ worth }) => worth >= 0.2),
  ]);
  const classes = senses.flatMap(({ kind, iri }) => (kind === 'class' ? withBelow(iri, lexicon) : []));
  const properties = senses.flatMap(({ kind, iri, worth }) => (kind === 'property' && worth >= 0.55 ? [iri] : []));
  // Where there are such things, values that speak of them are not meant.
  return { classes: [...new Set(classes)], properties: classes.length > 0 ? [] : [...new Set(properties)].slice(0, 4) };
}

function withBelow(iri: string, { schema }: InducedLexicon): readonly string[] {
  return schema.classes.get(iri)?.members ?? [];
}

function fitsKinds(
  item: ForeignItem | undefined,
  { classes, properties }: { classes: string[]; properties: string[] },
  { schema }: InducedLexicon,
): boolean {
  if (item?.what.kind === 'node') return item.what.classes.some((cls) => classes.includes(cls));
  if (item?.what.kind !== 'property') return false;
  const { iri } = item.what;
  return (
    properties.includes(iri) ||
    schema.edges.some(({ property, to }) => property === iri && to !== resourceKind && classes.includes(to))
  );
}

function virtual(at: number, classes: readonly string[]): ForeignItem {
  return { from: at, to: at, what: { kind: 'node', classes }, worth: 0 };
}

function plain(item: ForeignItem): ForeignItem {
  const { counted: _, ...rest } = item;
  return rest;
}

/** What is shown besides what is asked for: values and things that are listed with it, and groups. */
function withColumns(
  items: readonly ForeignItem[],
  asked: number,
  counts: boolean,
  lexicon: InducedLexicon,
): ForeignItem[] {
  let before = asked;
  return items.map((item, i) => {
    if (i === asked) return { ...item, asked: true };
    const isPlain = item.condition === undefined && item.extreme === undefined && item.negated !== true;
    if (item.grouped === true) return { ...item, column: true };
    if (item.required === true && item.counted !== true && item.joined === undefined) return item;
    if (
      (i < asked && item.what.kind !== 'property') ||
      !isPlain ||
      item.what.kind === 'entity' ||
      item.what.kind === 'value'
    ) {
      return item;
    }
    // A value that nothing compares is there to be shown.
    const isValue = item.what.kind === 'property' && item.worth >= 0.9 && isAttributeOnly(item.what.iri, lexicon);
    const isListed =
      item.joined !== undefined && item.joined !== 'or' && (before === i - 1 || item.joined === 'theirs');
    const isShown =
      item.what.kind === 'property'
        ? isListed || isValue || item.aggregate !== undefined
        : item.what.kind === 'node' && isListed;
    if (item.counted === true || item.aggregate !== undefined || (isShown && !counts)) {
      before = i;
      return { ...item, column: true };
    }
    return item;
  });
}

function isAttributeOnly(iri: string, { schema }: InducedLexicon): boolean {
  return (
    schema.attributes.some(({ property }) => property === iri) && !schema.edges.some(({ property }) => property === iri)
  );
}

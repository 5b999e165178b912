import type { ProductMeasure } from '../induce/general-lexicon.ts';
import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { SchemaAttribute } from '../induce/schema.ts';

/** How nodes of some classes lead to a value: over at most one property to a node that has it, and its factors there. */
export type MeasureWay = {
  classes: readonly string[];
  hop?: { property: string; to: string };
  factors: readonly { property: string; needsCast: boolean }[];
  worth: number;
};

const mostWays = 6;

/** Measures of a property itself: its values, or the one number of the things that it leads to. */
export function measuresOf(property: string, lexicon: InducedLexicon, mustCompare: boolean): MeasureWay[] {
  const own = lexicon.schema.attributes.filter(
    (each) => each.property === property && (!mustCompare || isOrdered(each)),
  );
  const direct =
    own.length === 0 ? [] : [{ classes: own.map(({ cls }) => cls), factors: [factorOf(own[0])], worth: 1 }];
  const beyond = lexicon.schema.edges
    .filter((edge) => edge.property === property && edge.fan < 1.05)
    .flatMap(({ to }) => {
      const number = soleNumber(to, lexicon);
      return number === undefined ? [] : [{ to, number }];
    });
  const [first] = beyond;
  if (first === undefined) return direct;
  const classes = lexicon.schema.edges.flatMap((edge) =>
    edge.property === property && edge.to === first.to ? [edge.from] : [],
  );
  return [...direct, { classes, hop: { property, to: first.to }, factors: [factorOf(first.number)], worth: 0.95 }];
}

/** Measures that words of an adjective speak of. */
export function measuresByWords(words: readonly string[], lexicon: InducedLexicon): MeasureWay[] {
  const found = words.flatMap((word, i) => {
    const rank = 1 - 0.04 * i;
    const product = lexicon.general.products.get(word);
    const senses = [...lexicon.named(word), ...lexicon.spoken(word)].filter(
      ({ kind, worth }) => kind === 'property' && worth >= 0.2,
    );
    return [
      ...senses.flatMap(({ iri, worth }) =>
        measuresOf(iri, lexicon, true).map((way) => ({ ...way, worth: way.worth * worth * rank })),
      ),
      ...(product === undefined
        ? []
        : productWays(product, lexicon).map((way) => ({ ...way, worth: way.worth * 0.8 * rank }))),
    ];
  });
  const best = new Map<string, MeasureWay>();
  for (const way of found.toSorted((a, b) => b.worth - a.worth)) {
    const key = JSON.stringify([way.hop, way.factors]);
    if (!best.has(key)) best.set(key, way);
  }
  return [...best.values()].slice(0, mostWays);
}

/** The factors of a product, where a class has a number for each. */
export function productWays({ factors }: ProductMeasure, lexicon: InducedLexicon): MeasureWay[] {
  const ways = new Map<string, MeasureWay>();
  for (const cls of lexicon.schema.classes.keys()) {
    const numbers = lexicon.schema.attributes.filter((each) => each.cls === cls && each.type === 'number');
    const taken = new Set<string>();
    const found = factors.map((words) => {
      const free = words
        .flatMap((word) => numberCalled(word, numbers, lexicon) ?? [])
        .find(({ property }) => !taken.has(property));
      if (free !== undefined) taken.add(free.property);
      return free;
    });
    const whole = found.filter((each) => each !== undefined);
    if (whole.length < factors.length || new Set(whole.map(({ property }) => property)).size < whole.length) continue;
    const key = whole.map(({ property }) => property).join(' ');
    const known = ways.get(key);
    ways.set(key, { classes: [...(known?.classes ?? []), cls], factors: whole.map(factorOf), worth: 1 });
  }
  return [...ways.values()];
}

function numberCalled(
  word: string,
  numbers: readonly SchemaAttribute[],
  lexicon: InducedLexicon,
): SchemaAttribute | undefined {
  const senses = [...lexicon.named(word), ...lexicon.spoken(word)]
    .filter(({ kind }) => kind === 'property')
    .toSorted((a, b) => b.worth - a.worth);
  for (const { iri, worth } of senses) {
    const number = worth < 0.4 ? undefined : numbers.find(({ property }) => property === iri);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** The number of a class whose nodes are little more than a number: a price with its amount and currency. */
function soleNumber(cls: string, { schema }: InducedLexicon): SchemaAttribute | undefined {
  const own = schema.attributes.filter((each) => each.cls === cls);
  const numbers = own.filter(({ type }) => type === 'number');
  const isSmall = own.length <= 5 && !schema.edges.some(({ from }) => from === cls);
  return numbers.length === 1 && isSmall ? numbers[0] : undefined;
}

function isOrdered({ type }: SchemaAttribute): boolean {
  return type === 'number' || type === 'date';
}

function factorOf(attribute: SchemaAttribute | undefined): { property: string; needsCast: boolean } {
  return { property: attribute?.property ?? '', needsCast: attribute?.needsCast === true };
}

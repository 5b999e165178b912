import { ddm } from '@askg/ddm';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Item, Sense } from './item.ts';
import { classesOf } from './senses.ts';

/** What is called a paper is seldom a work that one cites. */
const asWork = -0.4;

/**
 * Joins items that stand side by side and mean one thing: "the keyword Python", "the cuallee paper", "method sections",
 * "who are the authors".
 * @param isGap whether the words between two places carry nothing
 */
export function joinItems(
  items: readonly Item[],
  lexicon: Lexicon,
  isGap: (from: number, to: number) => boolean,
): { items: Item[]; joins: number } {
  const joined: Item[] = [];
  let joins = 0;
  for (const item of items) {
    const before = joined.at(-1);
    const named = before === undefined ? undefined : namedBy(before, item);
    if (named !== undefined) {
      joined[joined.length - 1] = named;
      joins += 1;
      continue;
    }
    // Words that modify may stand between a question word and its noun: "who is the first author".
    const isJoinable =
      before !== undefined && (isGap(before.to, item.from) || (before.isQuestionWord && !isNamed(item)));
    const one = isJoinable ? unite(before, item, lexicon) : undefined;
    if (one === undefined) joined.push(item);
    else {
      joined[joined.length - 1] = one;
      joins += one.isWork === true ? asWork : 1;
    }
  }
  return { items: joined, joins };
}

/** "PyTorch in their title": the words are part of a name, not a thing. */
function namedBy(name: Item, value: Item): Item | undefined {
  const [property] = name.names.map((match) => match.property);
  const isName =
    value.names.length === 0 && value.senses.some((sense) => sense.kind === 'value' && sense.relation === property);
  return isName && value.from - name.to <= 3 && !value.projected
    ? { ...name, to: value.to, isPartOfName: true }
    : undefined;
}

function unite(a: Item, b: Item, lexicon: Lexicon): Item | undefined {
  // "the DOI 10.1000/a": the value says what it is of.
  const isValueOf = a.senses.some(
    (sense) => sense.kind === 'value' && b.names.some(({ property }) => property === sense.relation),
  );
  if (isValueOf && a.names.length === 0) return { ...b, from: a.from };
  if (isKind(a) && isNamed(b)) return ofClass(a, b);
  if (isNamed(a) && isKind(b) && a.to === b.from) return ofClass(b, a);
  if (a.isQuestionWord && isKind(b)) {
    const classes = classesOf(a.senses);
    // "Who are the authors": people, or the names that a list of references prints for them.
    const senses = b.senses.filter((sense) => sense.kind === 'value' || classes.includes(sense.cls));
    if (common(b.senses, classes).length === 0) return undefined;
    return { ...b, senses, from: a.from, projected: true };
  }
  if (a.concepts.length > 0 && a.senses.length === 0 && isKind(b)) return withConcept(b, a, lexicon);
  if (isKind(a) && b.concepts.length > 0 && b.senses.length === 0 && a.to === b.from) return withConcept(a, b, lexicon);
  return undefined;
}

function isKind(item: Item): boolean {
  return item.senses.length > 0 && item.names.length === 0 && item.unknownName === undefined;
}

function isNamed(item: Item): boolean {
  return item.names.length > 0 || item.unknownName !== undefined;
}

/** A kind and a name of that kind: the thing with the name. */
function ofClass(kind: Item, name: Item): Item | undefined {
  const from = Math.min(kind.from, name.from);
  const to = Math.max(kind.to, name.to);
  const cls = name.names[0]?.cls;
  const senses = cls === undefined ? kind.senses.filter((sense) => sense.kind !== 'value') : common(kind.senses, [cls]);
  // Works that are cited are called papers too.
  const isWork = cls === ddm.Reference && kind.isByWay !== true && common(kind.senses, [ddm.Paper]).length > 0;
  if (isWork) return { ...name, from, to, isWork: true };
  if (senses.length === 0) return undefined;
  const { count: _, ...rest } = kind;
  return {
    ...rest,
    from,
    to,
    senses,
    names: name.names,
    negated: kind.negated || name.negated,
    isAdded: kind.from < name.from ? kind.isAdded === true : name.isAdded === true,
    projected: false,
    isKindSaid: true,
    ...(name.unknownName === undefined ? {} : { unknownName: name.unknownName, isQuoted: name.isQuoted === true }),
  };
}

function withConcept(kind: Item, concept: Item, lexicon: Lexicon): Item | undefined {
  const senses = kind.senses.filter((sense) => {
    if (sense.kind === 'value') return false;
    return [...lexicon.relations.values()]
      .flat()
      .some(
        ({ from, concepts }) => from === sense.cls && concepts?.some((iri) => concept.concepts.includes(iri)) === true,
      );
  });
  if (senses.length === 0) return undefined;
  return {
    ...kind,
    senses,
    concepts: concept.concepts,
    from: Math.min(kind.from, concept.from),
    to: Math.max(kind.to, concept.to),
    negated: kind.negated || concept.negated,
    isAdded: (kind.from < concept.from ? kind : concept).isAdded === true,
  };
}

function common(senses: readonly Sense[], classes: readonly string[]): Sense[] {
  return senses.filter((sense) => sense.kind !== 'value' && classes.includes(sense.cls));
}

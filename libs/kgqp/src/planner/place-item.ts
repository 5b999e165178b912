import { ddm } from '@askg/ddm';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Relation } from '../linking/relation.ts';
import type { ClassPath } from './class-paths.ts';
import { type Draft, withNode, withPlace } from './draft.ts';
import { followPath, namedByNoun, perWordApart } from './follow-path.ts';
import { ofBonus } from './hints.ts';
import type { Item } from './item.ts';
import { modifyNode } from './modify-node.ts';
import type { PlaceContext } from './place-context.ts';
import { placeValue, placeYears } from './place-value.ts';
import { type PlanLink, plainNode, type PlanNode } from './plan.ts';

const samePlace = 0.3;
/** "The paper on dark matter" is one that is called so, sooner than any of that keyword. */
const asDefinite = 1;
const asPair = 1;
const asSaid = 1.2;
/** "The headings of the sections": what has the value that is asked for. */
const asOwner = 0.6;

/** All ways in which an item can join a draft. */
export function placeItem(draft: Draft, item: Item, index: number, context: PlaceContext): Draft[] {
  if (item.years !== undefined) return placeYears(draft, item, index, context);
  const values = item.senses.flatMap((sense) => (sense.kind === 'value' ? [sense.relation] : []));
  return [
    ...values.flatMap((relation) => placeValue(draft, item, index, relation, context)),
    ...placeThing(draft, item, index, context),
  ];
}

type Reading = { cls: string; relation?: string };

/** The classes an item can be of, each with the relation that its noun names, if any. */
function readingsOf(item: Item, { lexicon }: PlaceContext): Reading[] {
  const things = item.senses.flatMap((sense): Reading[] => {
    if (sense.kind === 'value') return [];
    return [sense.kind === 'end' ? { cls: sense.cls, relation: sense.relation } : { cls: sense.cls }];
  });
  if (things.length > 0) return things;
  if (item.concepts.length > 0) return holdersOf(item.concepts, lexicon).map(({ from }) => ({ cls: from }));
  if (item.unknownName === undefined) return [];
  return [...lexicon.namings].filter(([, { isText }]) => !isText).map(([cls]) => ({ cls }));
}

/** A bare concept is said of what the question speaks of already, where that can have it: "references that are retracted". */
function nearReadings({ nodes }: Draft, item: Item, context: PlaceContext): Reading[] {
  const readings = readingsOf(item, context);
  if (item.senses.length > 0 || item.concepts.length === 0) return readings;
  const known = readings.filter(({ cls }) => nodes.some((node) => node.cls === cls));
  return known.length > 0 ? known : readings;
}

/** The relations that can lead to one of these concepts. */
export function holdersOf(concepts: readonly string[], { relations }: Lexicon): Relation[] {
  return [...relations.values()]
    .flat()
    .filter((relation) => relation.concepts?.some((iri) => concepts.includes(iri)) === true);
}

function placeThing(draft: Draft, item: Item, index: number, context: PlaceContext): Draft[] {
  const { outline, lexicon, paths } = context;
  return nearReadings(draft, item, context).flatMap(({ cls, relation }) => {
    const node = nodeOf(item, cls, lexicon);
    if (draft.nodes.length === 0) {
      const begun = withPlace(withNode(draft, node), index, { node: 0 });
      const owed = relation === undefined ? [] : [{ node: 0, relation }];
      return [modifyNode({ ...begun, owed }, item, 0, context)];
    }
    const beside = besideIts(draft, item, index, node, context);
    if (beside.length > 0) return beside;
    const ways = draft.nodes.flatMap((known, near) =>
      paths.between(known.cls, cls).map((path) => ({ known, near, path })),
    );
    const places =
      item.concepts.length + item.names.length === 0 || item.isAdded === true
        ? []
        : ways.filter((way) => isPlace(draft, way));
    const linked = (places.length > 0 ? places : ways).map(({ known, near, path }) => {
      const isSeldom = lexicon.namings.get(cls)?.isSeldom === true;
      const isPart = lexicon.vocabulary.classes.get(known.cls)?.isPart === true;
      const way = { near, path, node, item, index, relation, outline, isSeldom, isPart, directed: lexicon.directed };
      const next = followPath(draft, way);
      return modifyNode(next, item, next.nodes.length - 1, context, draft.nodes.length);
    });
    return [...uniteWith(draft, item, index, node, relation, context), ...linked];
  });
}

/**
 * "Which papers mention X in the method sections": of the sentence that lies on the way to X it is said where it stands, and
 * not of the paper that it has such a section at all.
 */
function isPlace(
  { places }: Draft,
  { known, near, path }: { known: PlanNode; near: number; path: ClassPath },
): boolean {
  const [hop, ...more] = path.hops;
  const isOnTheWay = [...places.values()].every(({ node }) => node !== near);
  return (
    known.cls === ddm.Sentence && isOnTheWay && more.length === 0 && hop?.forward === false && hop.to === ddm.Section
  );
}

/** The links to a node from the nearest thing that the question speaks of; what only lies between has no place. */
function wayTo({ links, places }: Draft, node: number): PlanLink[] {
  const way: PlanLink[] = [];
  const isPlaced = (at: number): boolean => at === 0 || [...places.values()].some((place) => place.node === at);
  let at = node;
  for (;;) {
    const link = links.find(({ far }) => far === at);
    if (link === undefined) return way;
    way.unshift(link);
    at = link.near;
    if (isPlaced(at)) return way;
  }
}

/** The second of a pair is tied to the same thing as the first, by the same relation. */
function besideIts(draft: Draft, item: Item, index: number, node: PlanNode, context: PlaceContext): Draft[] {
  const first = draft.places.get(item.goesWith ?? -1)?.node;
  const way = wayTo(draft, first ?? -1);
  if (first === undefined || way.length === 0 || draft.nodes[first]?.cls !== node.cls) return [];
  let next = draft;
  let near = way[0]?.near ?? 0;
  for (const link of way) {
    const isEnd = link.far === first;
    const there = next.nodes.length;
    const between = plainNode(draft.nodes[link.far]?.cls ?? '', item.from);
    next = withNode(next, isEnd ? { ...node, isTied: draft.nodes[first]?.isTied === true } : between);
    next = { ...next, links: [...next.links, { ...link, near, far: there }] };
    near = there;
  }
  const far = next.nodes.length - 1;
  const joined = { ...next, score: next.score + (item.isAdded === true ? asPair : 0) };
  return [modifyNode(withPlace(joined, index, { node: far }), item, far, context)];
}

function nodeOf(item: Item, cls: string, lexicon: Lexicon): PlanNode {
  const holders = holdersOf(item.concepts, lexicon).filter(({ from }) => from === cls);
  return {
    cls,
    names: item.names,
    concepts: holders.map((relation) => ({
      relation,
      iris: item.concepts.filter((iri) => relation.concepts?.includes(iri) === true),
    })),
    years: [],
    at: item.from,
    ...(item.unknownName === undefined ? {} : { unknownName: item.unknownName, isQuoted: item.isQuoted === true }),
    ...(item.isKindSaid === true ? { isKindSaid: true } : {}),
    ...(item.isDefinite === true ? { isDefinite: true } : {}),
    ...(item.isOne === true ? { isOne: true } : {}),
    ...(item.ordinal === undefined ? {} : { ordinal: item.ordinal }),
  };
}

/** The item means a thing that is in the draft already: "papers … these papers", or a name for a kind asked about. */
function uniteWith(
  draft: Draft,
  item: Item,
  index: number,
  node: PlanNode,
  relation: string | undefined,
  context: PlaceContext,
): Draft[] {
  const { outline, lexicon } = context;
  // "Papers that are not retracted": of them it is denied, and not of something that they lead to.
  const isDenied = item.negated && item.concepts.length > 0 && item.senses.length + item.names.length === 0;
  const isPlain = item.count === undefined && item.rank === undefined && (!item.negated || isDenied);
  if (!isPlain || node.unknownName !== undefined) return [];
  // "Sections that have sub-sections" are not those.
  const isWithin = (lexicon.relations.get(relation ?? '') ?? []).some(({ from, to, apart }) => from === to && !apart);
  if (isWithin) return [];
  const name = lexicon.namings.get(node.cls)?.name;
  const isByAlias = node.names.every(({ property }) => property !== name);
  return draft.nodes.flatMap((known, i) => {
    const isOther = known.cls !== node.cls || known.unknownName !== undefined;
    // "The PyTorch paper by Paszke" is told by two of its properties.
    const isSaidTwice = node.names.some((one) => known.names.some(({ property }) => property === one.property));
    const isBoth = known.names.length > 0 && node.names.length > 0;
    // "The heading of the second section": only what has the value that is asked for can be told by its place so late.
    const isOwner = draft.links.length === 0 && draft.places.get(outline.target ?? -1)?.relation !== undefined;
    if (item.ordinal !== undefined && !isOwner) return [];
    if (isOther || (isBoth && (isSaidTwice || lexicon.namings.get(node.cls)?.isLocal !== true))) return [];
    // A name for what is asked for would be its own answer; an identifier is not.
    const place = draft.places.get(outline.target ?? -1);
    const isAsked = place?.node === i && place.relation === undefined;
    if (node.names.length > 0 && !isByAlias && isAsked && item.isPartOfName !== true) return [];
    // In "the paper about X" the word between says no more than that it is called so.
    const between = outline.hints.flatMap(({ from, to, relations }, at) => {
      const isBetween = from > known.at && to <= item.from && item.from - known.at <= 6;
      return node.names.length > 0 && relations.length > 0 && isBetween ? [at] : [];
    });
    const definite = known.isDefinite === true && between.length > 0 ? asDefinite : 0;
    // "Published in X" of a cited work names the property that X is the value of.
    const asked = place?.node === i ? place.relation?.id : undefined;
    const isSaid =
      (asked !== undefined && outline.hints.some(({ relations }) => relations.includes(asked))) ||
      between.some((at) => node.names.some((one) => outline.hints[at]?.relations.includes(one.property)));
    const united = {
      ...known,
      names: [...known.names, ...node.names],
      concepts: [...known.concepts, ...node.concepts.map((each) => (isDenied ? { ...each, negated: true } : each))],
      ...(item.ordinal === undefined ? {} : { ordinal: item.ordinal }),
      ...(known.names.length + node.names.length > 0 ? { isKindSaid: true } : {}),
    };
    const nodes = draft.nodes.map((other, j) => (i === j ? united : other));
    const isShown = draft.links.some(
      (link) => link.relation.id === relation && (link.forward ? link.far : link.near) === i,
    );
    // "The University of X" is a name of its own, and not a university that is called X.
    const whole = asked !== undefined && node.names.length === 0 ? asOwner : 0;
    const ofWorth = node.names.length > 0 ? 0 : ofBonus(outline, known.at, item.from);
    const worth = (isShown ? namedByNoun : 0) + ofWorth + whole;
    const score =
      draft.score +
      worth +
      definite +
      (isSaid ? asSaid : 0) -
      samePlace -
      perWordApart * Math.abs(known.at - item.from);
    const paid = new Set([...draft.paid, ...between]);
    const modifier = isDenied ? { ...item, negated: false } : item;
    return [modifyNode(withPlace({ ...draft, nodes, paid, score }, index, { node: i }), modifier, i, context)];
  });
}

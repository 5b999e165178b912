import type { Relation } from '../linking/relation.ts';
import { atACost, type Draft, withNode, withPlace } from './draft.ts';
import type { ClassPath } from './class-paths.ts';
import { followPath, perWordApart } from './follow-path.ts';
import { bestHint, ofBonus } from './hints.ts';
import type { Item } from './item.ts';
import type { Outline } from './outline.ts';
import type { PlaceContext } from './place-context.ts';
import { isNodeColumn, plainNode } from './plan.ts';
import { isTallied } from './superlatives.ts';

const valueWorth = 0.6;
const ofNamed = 0.6;
/** A value of a thing that no word speaks of. */
const ofUnsaid = 0.6;

/** A value joins the nearest node that has it; if none has, a node that does comes into the draft. */
export function placeValue(draft: Draft, item: Item, index: number, id: string, context: PlaceContext): Draft[] {
  // A value has no place in an order: "the last author" is a person.
  if (item.ordinal !== undefined) return [];
  const placed = placesOf(draft, item, index, id, context).map((each) => tallied(each, item, index, context));
  // What everything has is never missing.
  const isEverywhere = (context.lexicon.relations.get(id) ?? []).every(({ always }) => always);
  const isIdle = (item.negated && isEverywhere) || (item.count !== undefined && index !== context.outline.target);
  return isIdle ? placed.map(atACost) : placed;
}

/** "The most cited journals": the values are ranked by how many things have them. */
function tallied(draft: Draft, { superlative }: Item, index: number, { lexicon }: PlaceContext): Draft {
  const tally = draft.places.get(index);
  if (superlative === undefined || tally === undefined || isNodeColumn(tally)) return draft;
  const { relation, node } = tally;
  const measure = superlative.measures.find((one) => one.of === relation.from && isTallied(relation.id, one, lexicon));
  if (measure === undefined) return atACost(draft);
  const rank = { descending: measure.descending, limit: superlative.limit, of: node, tally };
  return { ...draft, ranks: [...draft.ranks, rank] };
}

function placesOf(draft: Draft, item: Item, index: number, id: string, context: PlaceContext): Draft[] {
  const { outline, lexicon } = context;
  const uses = lexicon.relations.get(id) ?? [];
  if (draft.nodes.length === 0) {
    return uses.map((relation) => {
      // Things are counted rather than their values: "how many authors".
      const score = draft.score + (outline.counts ? -0.5 : 0.2) - seldom(relation);
      const begun = withNode({ ...draft, score }, plainNode(relation.from, item.from));
      return withPlace(begun, index, { node: 0, relation });
    });
  }
  const here = uses.flatMap((relation) =>
    draft.nodes.flatMap((node, i) => {
      if (node.cls !== relation.from) return [];
      // "The title of X": what has the value mostly follows it.
      const cost = perWordApart * Math.abs(node.at - item.from) + (node.at < item.from ? 0.05 : 0);
      const hint = bestHint(outline, relation.id, draft.paid, node.at, item.from);
      const paid = hint === undefined ? draft.paid : new Set([...draft.paid, hint.index]);
      // A thing with a name is known: that it has a value is seldom a condition.
      const isKnown = node.names.length > 0 && outline.target !== undefined && !item.projected;
      const named = (isKnown ? -ofNamed : ofBonus(outline, node.at, item.from)) + (hint?.worth ?? 0) * 0.5;
      const next = withPlace(
        { ...draft, paid, score: draft.score + valueWorth + named - cost - seldom(relation) },
        index,
        {
          node: i,
          relation,
        },
      );
      return [item.negated ? { ...next, missing: [...next.missing, { node: i, relation }] } : next];
    }),
  );
  return [...here, ...placeValueBeyond(draft, item, index, uses, context, here.length > 0)];
}

/** A use of a property that stands farther apart is meant less often. */
function seldom({ cost }: Relation): number {
  return Math.max(0, cost - 1) * 0.5;
}

/** A value of a thing that the draft does not hold yet. Where one of its things has it, a verb must lead there. */
function placeValueBeyond(
  draft: Draft,
  item: Item,
  index: number,
  uses: readonly Relation[],
  { outline, paths, lexicon }: PlaceContext,
  mustBeSpoken: boolean,
): Draft[] {
  return uses.flatMap((relation) =>
    draft.nodes.flatMap((known, near) =>
      paths.between(known.cls, relation.from).flatMap((path) => {
        if (mustBeSpoken && !isSpoken(path, draft, outline)) return [];
        const node = plainNode(relation.from, item.from);
        const way = { near, path, node, item, index, outline, directed: lexicon.directed };
        const next = followPath(draft, way);
        const unsaid = next.paid.size > draft.paid.size ? 0 : ofUnsaid;
        const score = next.score + (mustBeSpoken ? valueWorth : 0) - unsaid;
        return [withPlace({ ...next, score }, index, { node: next.nodes.length - 1, relation })];
      }),
    ),
  );
}

/** Whether a verb that nothing has used yet names the one step of a path, in its direction. */
function isSpoken({ hops: [hop, ...more] }: ClassPath, draft: Draft, { hints }: Outline): boolean {
  return (
    more.length === 0 &&
    hop?.forward === true &&
    hints.some(({ isWeak, relations }, i) => !isWeak && !draft.paid.has(i) && relations.includes(hop.relation.id))
  );
}

/** "Authors from 2022": what they are authors of lies one step back by the relation that the noun names. */
function isOwed({ hops: [hop, ...more] }: ClassPath, near: number, { owed }: Draft): boolean {
  if (hop === undefined || more.length > 0 || hop.forward) return false;
  return owed.some(({ node, relation }) => node === near && relation === hop.relation.id);
}

/**
 * A condition on years joins the nearest node that has a year, or one that a verb speaks of: "does it cite anything from
 * 2019".
 */
export function placeYears(draft: Draft, item: Item, index: number, context: PlaceContext): Draft[] {
  const { lexicon, outline, paths } = context;
  // A year has no months; a date has.
  const properties = item.years?.month === undefined ? lexicon.calendar : lexicon.dates;
  const uses = properties.flatMap((property) => lexicon.relations.get(property) ?? []);
  return uses.flatMap((relation) => {
    const here = draft.nodes.flatMap((node, i) =>
      node.cls === relation.from ? [limit(draft, i, relation, item, index, context)] : [],
    );
    const spoken = draft.nodes.flatMap((known, near) =>
      paths
        .between(known.cls, relation.from)
        .filter((path) => isSpoken(path, draft, outline) || isOwed(path, near, draft))
        .map((path) => {
          const node = plainNode(relation.from, item.from);
          const next = followPath(draft, { near, path, node, item, index, outline });
          return limit(next, next.nodes.length - 1, relation, item, index, context);
        }),
    );
    return [...here, ...spoken];
  });
}

function limit(
  draft: Draft,
  at: number,
  relation: Relation,
  item: Item,
  index: number,
  { outline }: PlaceContext,
): Draft {
  const node = draft.nodes[at];
  if (node === undefined || item.years === undefined) return draft;
  const hint = bestHint(outline, relation.id, draft.paid, node.at, item.from);
  const limited = { ...node, years: [...node.years, { relation, years: item.years, negated: item.negated }] };
  const nodes = draft.nodes.map((other, i) => (i === at ? limited : other));
  // A thing with a name is known: its year is seldom a condition.
  const known = node.names.length > 0 && outline.target !== undefined ? ofNamed : 0;
  const score = draft.score - perWordApart * Math.abs(node.at - item.from) + (hint?.worth ?? 0) * 0.5 - known;
  const paid = hint === undefined ? draft.paid : new Set([...draft.paid, hint.index]);
  return withPlace({ ...draft, nodes, paid, score }, index, { node: at });
}

import { atACost, type Draft, parentOf } from './draft.ts';
import type { Item } from './item.ts';
import type { PlaceContext } from './place-context.ts';
import { plainNode } from './plan.ts';

/** Puts the words that modify an item onto the node that it became. */
export function modifyNode(
  draft: Draft,
  item: Item,
  node: number,
  { lexicon: { relations }, outline: { hints } }: Pick<PlaceContext, 'lexicon' | 'outline'>,
  /** The first node of the way to it, from which on it is denied: "no tool" is no sentence that mentions one. */
  begin = node,
): Draft {
  let next = draft;
  const parent = parentOf(draft.links, node);
  if (item.negated && parent === undefined) next = atACost(next);
  if (item.negated && parent !== undefined) next = { ...next, negated: [...next.negated, begin] };
  // What is named is not told by its place.
  if (item.ordinal !== undefined && item.names.length > 0) next = atACost(next);
  // What is counted, or denied, is counted of what the way to it begins at.
  const way = begin === node ? {} : { begin };
  const start = parentOf(draft.links, begin);
  if (item.count !== undefined) {
    const { most } = item.count;
    const end = most === undefined ? [] : [{ node, condition: { compare: '<=' as const, count: most }, ...way }];
    next = { ...next, counts: [...next.counts, { node, condition: item.count, ...way }, ...end] };
  }
  if (item.rank !== undefined && start !== undefined) {
    next = { ...next, ranks: [...next.ranks, { ...item.rank, node, of: start, ...way }] };
  }
  const cls = draft.nodes[node]?.cls;
  const measure = item.superlative?.measures.find(({ of }) => of === cls);
  if (item.superlative === undefined || measure === undefined || cls === undefined) return next;
  // One thing that is named is not the oldest of several.
  if (item.names.length > 0) next = atACost(next);
  const rank = { descending: measure.descending, limit: item.superlative.limit, of: node };
  const relation = relations.get(measure.measure)?.find((use) => use.from === cls || use.to === cls);
  if (relation === undefined) return next;
  if (relation.to === undefined) {
    // "The first papers published": the verb names what is measured.
    const named = hints.flatMap(({ relations: some }, i) => (some.includes(relation.id) ? [i] : []));
    const ranks = [...next.ranks, { ...rank, value: { node, relation } }];
    return { ...next, ranks, paid: new Set([...next.paid, ...named]) };
  }
  const forward = relation.from === cls;
  const nodes = [...next.nodes, plainNode(forward ? relation.to : relation.from, item.from)];
  const links = [...next.links, { near: node, far: nodes.length - 1, relation, forward }];
  return { ...next, nodes, links, ranks: [...next.ranks, { ...rank, node: nodes.length - 1 }] };
}

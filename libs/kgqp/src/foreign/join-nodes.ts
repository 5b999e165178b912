import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { ClassWay, ClassWays } from './class-ways.ts';
import type { ForeignItem, ForeignOutline } from './foreign-item.ts';
import type { ForeignDraft, ForeignNode, Placed } from './foreign-plan.ts';
import type { Hints } from './hints-of.ts';

/** What the placing of items looks at. */
export type ForeignContext = { lexicon: InducedLexicon; ways: ClassWays; outline: ForeignOutline; hints: Hints };

const perWord = 0.04;
const mostApart = 8;
const again = 0.5;
/** Words that stand side by side speak of one thing. */
export const adjacent = 0.5;

/** "Albums and recordings": both are tied in the same way. */
const likewise = 0.4;

/** A draft and the node of it that was meant. */
export type Begun = { draft: ForeignDraft; node: number };

export function put(draft: ForeignDraft, item: ForeignItem, placed: Placed): ForeignDraft {
  return { ...draft, placed: new Map([...draft.placed, [item, placed]]) };
}

export function distance(node: ForeignNode, item: ForeignItem): number {
  return perWord * Math.min(mostApart, Math.abs(node.at - item.from));
}

/** The node becomes one that is there already, or a new one at the end of a way. */
export function nodesAt(
  draft: ForeignDraft,
  item: ForeignItem,
  classes: readonly string[],
  scope: number,
  context: ForeignContext,
  isKindSaid: boolean,
): Begun[] {
  if (classes.length === 0) return [];
  const ruledOut = draft.nodes.flatMap((known, node) => {
    // "That reference no album": the album is what must not be there.
    const isEnd = known.scope > 0 && !known.isKindSaid && item.from > known.at && item.from - known.at <= 4;
    const shared = isEnd && item.negated !== true ? known.classes.filter((cls) => classes.includes(cls)) : [];
    return shared.length === 0 ? [] : [{ draft: withNode(draft, node, { classes: shared, isKindSaid: true }), node }];
  });
  if (ruledOut.length > 0) return ruledOut;
  const fresh: ForeignNode = { classes, isKindSaid, values: [], at: item.from, scope };
  if (draft.nodes.length === 0) return [{ draft: { ...draft, nodes: [fresh] }, node: 0 }];
  const isApart =
    item.negated === true || item.condition !== undefined || item.extreme !== undefined || item.counted === true;
  const same =
    isApart || item.column === true ? countedAgain(draft, item, classes) : sameNodes(draft, item, classes, isKindSaid);
  return [...same, ...attached(draft, item, fresh, context)];
}

/** "Which has the most products, and how many products": they are the same. */
function countedAgain(draft: ForeignDraft, item: ForeignItem, classes: readonly string[]): Begun[] {
  if (item.negated === true || (item.column === true && item.counted !== true)) return [];
  if (item.column !== true) return endsOfProperties(draft, item, classes);
  return [...draft.placed].flatMap(([other, place]) => {
    if (other.extreme === undefined || place.kind !== 'node') return [];
    const isSame = draft.nodes[place.node]?.classes.some((cls) => classes.includes(cls)) === true;
    return isSame ? [{ draft: { ...draft, score: draft.score + adjacent }, node: place.node }] : [];
  });
}

/** "Responsible for the most products": the products are at an end of a way that the question has led over already. */
function endsOfProperties(draft: ForeignDraft, item: ForeignItem, classes: readonly string[]): Begun[] {
  const shown = [...draft.placed].flatMap(([{ asked, column }, place]) =>
    place.kind === 'node' && (asked === true || column === true) ? [place.node] : [],
  );
  return draft.nodes.flatMap((known, node) => {
    const shared = known.classes.filter((cls) => classes.includes(cls));
    const isOpen = !known.isKindSaid && known.iris === undefined && known.values.length === 0 && known.scope === 0;
    if (!isOpen || shared.length === 0 || shown.includes(node)) return [];
    const score = draft.score - 0.1 - distance(known, item);
    return [{ draft: { ...withNode(draft, node, { classes: shared, isKindSaid: true }), score }, node }];
  });
}

function sameNodes(draft: ForeignDraft, item: ForeignItem, classes: readonly string[], isKindSaid: boolean): Begun[] {
  return draft.nodes.flatMap((known, node) => {
    const shared = known.classes.filter((cls) => classes.includes(cls));
    if (shared.length === 0 || known.scope !== 0) return [];
    const isNear = Math.abs(known.at - item.from) <= 2;
    const twice = known.isKindSaid && isKindSaid && !isNear ? again : 0;
    const twiceNamed = known.iris === undefined || isNear ? 0 : again;
    const score =
      draft.score -
      0.1 -
      distance(known, item) -
      twice -
      twiceNamed +
      (isNear && known.iris !== undefined ? adjacent : 0);
    return [
      {
        draft: { ...withNode(draft, node, { classes: shared, isKindSaid: known.isKindSaid || isKindSaid }), score },
        node,
      },
    ];
  });
}

export function withNode(draft: ForeignDraft, at: number, more: Partial<ForeignNode>): ForeignDraft {
  return { ...draft, nodes: draft.nodes.map((node, i) => (i === at ? { ...node, ...more } : node)) };
}

/** A new node at the end of each way from a node of the draft. */
export function attached(
  draft: ForeignDraft,
  item: ForeignItem,
  end: ForeignNode,
  { ways, hints, outline }: ForeignContext,
): Begun[] {
  return draft.nodes.flatMap((known, near) => {
    if (known.scope !== 0) return [];
    return ways.between(known.classes, end.classes).map((way) => {
      const hinted = hints.pay(
        way.hops.map(({ property }) => property),
        draft.paid,
        known.at,
        item.from,
      );
      const next = follow(draft, near, way, end);
      const score =
        draft.score -
        way.cost -
        distance(known, item) +
        hinted.gain +
        (isLikeBefore(draft, item, outline, near, way) ? likewise : 0);
      return { draft: { ...next, paid: hinted.paid, score }, node: next.nodes.length - 1 };
    });
  });
}

function follow(draft: ForeignDraft, near: number, { hops, start }: ClassWay, end: ForeignNode): ForeignDraft {
  let next = withNode(draft, near, { classes: start });
  let at = near;
  hops.forEach(({ property, forward, to }, i) => {
    const isLast = i === hops.length - 1;
    const node: ForeignNode = isLast
      ? { ...end, classes: end.classes.filter((cls) => to.includes(cls)) }
      : { classes: to, isKindSaid: false, values: [], at: end.at, scope: end.scope };
    const far = next.nodes.length;
    const edge = { from: forward ? at : far, property, to: forward ? far : at, scope: end.scope };
    next = { ...next, nodes: [...next.nodes, node], edges: [...next.edges, edge] };
    at = far;
  });
  return next;
}

/** Whether the way goes over the property that led from the same node to the thing before an "and". */
function isLikeBefore(
  draft: ForeignDraft,
  item: ForeignItem,
  { items }: ForeignOutline,
  near: number,
  { hops }: ClassWay,
): boolean {
  const before = items[items.indexOf(item) - 1];
  const place = before === undefined || item.joined !== 'and' ? undefined : draft.placed.get(before);
  if (place?.kind !== 'node' || hops.length !== 1) return false;
  return draft.edges.some(
    ({ from, to, property }) =>
      property === hops[0]?.property && ((from === near && to === place.node) || (to === near && from === place.node)),
  );
}

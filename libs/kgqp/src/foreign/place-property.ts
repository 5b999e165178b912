import { resourceKind } from '@askg/graph';
import { measuresOf } from './find-measures.ts';
import type { ForeignItem } from './foreign-item.ts';
import type { ForeignDraft, ForeignNode } from './foreign-plan.ts';
import { attached, type Begun, distance, type ForeignContext, put, withNode } from './join-nodes.ts';
import { placeMeasure } from './place-measure.ts';

/** The word for a way that has been taken already. */
const named = 0.3;
/** A passive verb names what its property leads to. */
const passive = 0.25;

/** A property is named for its values, for what it leads to, or for the node that it leads to. */
export function placeProperty(
  draft: ForeignDraft,
  item: ForeignItem,
  property: string,
  scope: number,
  context: ForeignContext,
): ForeignDraft[] {
  const mustCompare =
    (item.condition !== undefined || item.extreme !== undefined || item.aggregate !== undefined) &&
    item.counted !== true;
  const measures = measuresOf(property, context.lexicon, mustCompare).filter(
    ({ hop }) => hop === undefined || mustCompare || item.asked === true || item.column === true,
  );
  const values = item.counted === true ? [] : placeMeasure(draft, item, measures, scope, context);
  // A price is asked for, and not the thing that holds it.
  const isHeld = item.asked === true && measures.some(({ hop }) => hop !== undefined);
  const isCompared =
    isHeld ||
    item.aggregate !== undefined ||
    (item.condition !== undefined && values.length > 0) ||
    (item.extreme !== undefined && values.length > 0);
  return isCompared ? values : [...values, ...placeEdge(draft, item, property, scope, context)];
}

function placeEdge(
  draft: ForeignDraft,
  item: ForeignItem,
  property: string,
  scope: number,
  context: ForeignContext,
): ForeignDraft[] {
  const uses = context.lexicon.schema.edges.filter((edge) => edge.property === property);
  if (uses.length === 0) return [];
  const from = [...new Set(uses.map((edge) => edge.from))];
  const to = [...new Set(uses.map((edge) => edge.to))];
  const far = (at: number): ForeignNode => ({ classes: to, isKindSaid: false, values: [], at, scope });
  const near: ForeignNode = { classes: from, isKindSaid: false, values: [], at: item.from, scope: 0 };
  const lead = ({ draft: next, node }: Begun, gain: number) => {
    const end = next.nodes.length;
    const held = {
      ...next,
      nodes: [...next.nodes, far(item.from)],
      edges: [...next.edges, { from: node, property, to: end, scope }],
      score: next.score + gain,
    };
    return put(held, item, { kind: 'node', node: end });
  };
  if (draft.nodes.length === 0) return [lead({ draft: { ...draft, nodes: [near] }, node: 0 }, 0)];
  const here = draft.nodes.flatMap((known, node) => {
    const shared = known.classes.filter((cls) => from.includes(cls));
    if (shared.length === 0 || known.scope !== 0) return [];
    return [lead({ draft: withNode(draft, node, { classes: shared }), node }, -0.2 - distance(known, item))];
  });
  // "Who is the product manager of": the node that is there is what the property leads to.
  const role =
    scope > 0 || item.column === true || item.counted === true
      ? []
      : draft.nodes.flatMap((known, node) => {
          const shared = known.classes.filter((cls) => to.includes(cls) && cls !== resourceKind);
          if (shared.length === 0 || known.scope !== 0) return [];
          const start = draft.nodes.length;
          const narrowed = withNode(draft, node, { classes: shared });
          const held = {
            ...narrowed,
            nodes: [...narrowed.nodes, near],
            edges: [...narrowed.edges, { from: start, property, to: node, scope }],
            score: draft.score - 0.3 + (item.isPassive === true ? passive : 0) - distance(known, item),
          };
          // A named thing is known: what leads to it is meant.
          return [
            put(held, item, {
              kind: 'node',
              node: known.iris === undefined && item.extreme === undefined ? node : start,
            }),
          ];
        });
  const beyond = here.length > 0 ? [] : attached(draft, item, near, context).map((begun) => lead(begun, -0.2));
  return [...placedEdges(draft, item, property), ...here, ...role, ...beyond];
}

/** A way has led over the property already, before its word came: "our sensor expert". */
function placedEdges(draft: ForeignDraft, item: ForeignItem, property: string): ForeignDraft[] {
  const isApart =
    item.negated === true ||
    item.counted === true ||
    item.condition !== undefined ||
    item.extreme !== undefined ||
    item.column === true;
  if (isApart || item.asked === true) return [];
  return draft.edges.flatMap((edge) => {
    if (edge.property !== property || edge.scope !== 0) return [];
    const end = draft.nodes[edge.to];
    if (end === undefined) return [];
    return [put({ ...draft, score: draft.score + named - distance(end, item) }, item, { kind: 'node', node: edge.to })];
  });
}

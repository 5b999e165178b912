import type { MeasureWay } from './find-measures.ts';
import type { ForeignItem } from './foreign-item.ts';
import type { ForeignDraft, ForeignNode, Placed } from './foreign-plan.ts';
import { attached, type Begun, distance, type ForeignContext, put, withNode } from './join-nodes.ts';

/** A value joins the node that has it, or one at the end of a way that does. */
export function placeMeasure(
  draft: ForeignDraft,
  item: ForeignItem,
  ways: readonly MeasureWay[],
  scope: number,
  context: ForeignContext,
): ForeignDraft[] {
  // A value that is listed may be missing: the thing is shown all the same.
  const isListed = item.column === true && item.aggregate === undefined && scope === 0;
  const block = isListed
    ? Math.min(0, ...draft.nodes.map((node) => node.scope), ...[...draft.placed.values()].flatMap(scopesOf)) - 1
    : scope;
  return ways.flatMap(({ classes, hop, factors, worth }) => {
    const owner: ForeignNode = { classes, isKindSaid: false, values: [], at: item.from, scope: 0 };
    const here: Begun[] = draft.nodes.flatMap((known, node) => {
      const shared = known.classes.filter((cls) => classes.includes(cls));
      if (shared.length === 0 || known.scope !== 0) return [];
      return [
        {
          draft: { ...withNode(draft, node, { classes: shared }), score: draft.score + 0.1 - distance(known, item) },
          node,
        },
      ];
    });
    const begun =
      draft.nodes.length === 0
        ? [{ draft: { ...draft, nodes: [owner] }, node: 0 }]
        : here.length > 0
          ? here
          : attached(draft, item, owner, context);
    return begun.map(({ draft: next, node }) => {
      const end = hop === undefined ? node : next.nodes.length;
      const led =
        hop === undefined
          ? next
          : {
              ...next,
              nodes: [...next.nodes, { classes: [hop.to], isKindSaid: false, values: [], at: item.from, scope: block }],
              edges: [...next.edges, { from: node, property: hop.property, to: end, scope: block }],
            };
      const measure = factors.map((factor) => ({ ...factor, node: end, scope: block }));
      const conditions =
        item.condition === undefined
          ? led.conditions
          : [...led.conditions, { measure, condition: item.condition, scope }];
      const isOrder = item.extreme !== undefined && item.asked !== true && item.aggregate === undefined;
      const orders =
        isOrder && item.extreme !== undefined ? [...led.orders, { measure, extreme: item.extreme }] : led.orders;
      return put({ ...led, conditions, orders, score: led.score + 0.5 * (worth - 1) }, item, {
        kind: 'measure',
        measure,
      });
    });
  });
}

function scopesOf(placed: Placed): number[] {
  return placed.kind === 'measure' ? placed.measure.map(({ scope }) => scope) : [];
}

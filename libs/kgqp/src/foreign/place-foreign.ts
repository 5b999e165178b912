import { measuresByWords, productWays } from './find-measures.ts';
import type { ForeignItem } from './foreign-item.ts';
import type { ForeignDraft, ForeignNode } from './foreign-plan.ts';
import { adjacent, attached, type Begun, distance, type ForeignContext, nodesAt, put, withNode } from './join-nodes.ts';
import { placeMeasure } from './place-measure.ts';
import { placeProperty } from './place-property.ts';

const apart = 0.6;
/** The name of what a property leads to, beside it. */
const named = 0.3;
/** A thing that is asked for and named is its own answer. */
const ownAnswer = 1.2;

/** All ways in which an item can join a draft. */
export function placeForeign(draft: ForeignDraft, item: ForeignItem, context: ForeignContext): ForeignDraft[] {
  const scope = item.negated === true ? draft.scopes + 1 : 0;
  const scoped = scope === 0 ? draft : { ...draft, scopes: scope };
  switch (item.what.kind) {
    case 'node':
      return nodesAt(scoped, item, item.what.classes, scope, context, true).map(({ draft: next, node }) =>
        put(next, item, { kind: 'node', node }),
      );
    case 'entity':
      return placeEntity(scoped, item, scope, context);
    case 'value':
      return placeValue(scoped, item, scope, context);
    case 'property':
      return placeProperty(scoped, item, item.what.iri, scope, context);
    case 'product':
      return placeMeasure(scoped, item, productWays(item.what.product, context.lexicon), scope, context);
    default:
      return placeMeasure(scoped, item, measuresByWords(item.what.words, context.lexicon), scope, context);
  }
}

function placeEntity(draft: ForeignDraft, item: ForeignItem, scope: number, context: ForeignContext): ForeignDraft[] {
  if (item.what.kind !== 'entity') return [];
  const { cls, iris } = item.what.match;
  const entity: ForeignNode = { classes: [cls], isKindSaid: false, iris, values: [], at: item.from, scope };
  if (draft.nodes.length === 0) return [put({ ...draft, nodes: [entity] }, item, { kind: 'node', node: 0 })];
  const same =
    scope > 0
      ? []
      : draft.nodes.flatMap((known, node) => {
          const isRuledOut = known.scope > 0 && item.from - known.at <= 4 && item.from > known.at;
          if (known.iris !== undefined || (known.scope !== 0 && !isRuledOut) || !known.classes.includes(cls)) return [];
          const isEnd = !known.isKindSaid && draft.edges.some(({ to, from }) => to === node || from === node);
          const isNear = Math.abs(known.at - item.from) <= (isEnd ? 4 : 2) || Math.abs(known.at - item.to) <= 1;
          const isAsked = context.outline.items.some((each) => each.asked === true && isPlacedAt(draft, each, node));
          const score =
            draft.score +
            (isNear ? (known.isKindSaid ? adjacent : named) : -apart) -
            (isAsked && context.outline.form === 'select' ? (iris.length === 1 ? ownAnswer : apart) : 0);
          return [put({ ...withNode(draft, node, { classes: [cls], iris }), score }, item, { kind: 'node', node })];
        });
  return [
    ...same,
    ...attached(draft, item, entity, context).map((begun) =>
      put(begun.draft, item, { kind: 'node', node: begun.node }),
    ),
  ];
}

function isPlacedAt(draft: ForeignDraft, item: ForeignItem, node: number): boolean {
  const placed = draft.placed.get(item);
  return placed?.kind === 'node' && placed.node === node;
}

function placeValue(draft: ForeignDraft, item: ForeignItem, scope: number, context: ForeignContext): ForeignDraft[] {
  if (item.what.kind !== 'value') return [];
  const { cls, property, labels } = item.what.match;
  const value = { property, labels };
  const limited = ({ draft: next, node }: Begun, gain: number) => {
    const known = next.nodes[node];
    const hinted = context.hints.pay([property], next.paid, known?.at ?? item.from, item.from);
    const values = [...(known?.values ?? []), value];
    const held = {
      ...withNode(next, node, { values, classes: [cls] }),
      paid: hinted.paid,
      score: next.score + gain + hinted.gain,
    };
    return put(held, item, { kind: 'node', node });
  };
  const here =
    scope > 0
      ? []
      : draft.nodes.flatMap((known, node) =>
          known.classes.includes(cls) && known.scope === 0 && known.iris === undefined
            ? [limited({ draft, node }, -distance(known, item))]
            : [],
        );
  const node: ForeignNode = { classes: [cls], isKindSaid: false, values: [], at: item.from, scope };
  const beyond =
    draft.nodes.length === 0 ? [{ draft: { ...draft, nodes: [node] }, node: 0 }] : attached(draft, item, node, context);
  return [...here, ...beyond.map((begun) => limited(begun, 0))];
}

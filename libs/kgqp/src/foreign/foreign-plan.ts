import type { Condition, Extreme, ForeignItem } from './foreign-item.ts';

/** A thing that the query speaks of. `scope` 0 is the query itself; others are blocks that are ruled out. */
export type ForeignNode = {
  classes: readonly string[];
  /** The question names its kind, so that a class has to be said where no property says it. */
  isKindSaid: boolean;
  iris?: readonly string[];
  values: readonly { property: string; labels: readonly string[] }[];
  at: number;
  scope: number;
};
export type ForeignEdge = { from: number; property: string; to: number; scope: number };
/** A literal value of a node: over properties from it to the attribute. */
export type ValueRef = { node: number; property: string; needsCast: boolean; scope: number };
/** A value, or the product of several. */
export type Measure = readonly ValueRef[];
export type Placed = { kind: 'node'; node: number } | { kind: 'measure'; measure: Measure };

/** Items that are being put together to a connected graph. */
export type ForeignDraft = {
  nodes: readonly ForeignNode[];
  edges: readonly ForeignEdge[];
  placed: ReadonlyMap<ForeignItem, Placed>;
  conditions: readonly { measure: Measure; condition: Condition; scope: number }[];
  orders: readonly { measure: Measure; extreme: Extreme }[];
  /** Words that have named a way; each pays once. */
  paid: ReadonlySet<number>;
  scopes: number;
  score: number;
};

export function emptyForeignDraft(): ForeignDraft {
  return { nodes: [], edges: [], placed: new Map(), conditions: [], orders: [], paid: new Set(), scopes: 0, score: 0 };
}

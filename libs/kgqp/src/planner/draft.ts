import type { Column, PlanCount, PlanLink, PlanNode, PlanRank, PlanValue } from './plan.ts';

/** A tree that is being put together. */
export type Draft = {
  nodes: readonly PlanNode[];
  links: readonly PlanLink[];
  /** By index of the item: what it became. */
  places: ReadonlyMap<number, Column>;
  negated: readonly number[];
  missing: readonly PlanValue[];
  counts: readonly PlanCount[];
  ranks: readonly (PlanRank & { of: number })[];
  /** Hints that a link has been named by. */
  paid: ReadonlySet<number>;
  /** Nodes that must be the end of a relation which no link has shown yet. */
  owed: readonly { node: number; relation: string }[];
  score: number;
  /** What the steps cost that no word of the question named. */
  strain: number;
  /** Modifiers that found nothing to act on. */
  idle: number;
};

export function emptyDraft(): Draft {
  return {
    nodes: [],
    links: [],
    places: new Map(),
    negated: [],
    missing: [],
    counts: [],
    ranks: [],
    paid: new Set(),
    owed: [],
    score: 0,
    strain: 0,
    idle: 0,
  };
}

export function withNode(draft: Draft, node: PlanNode): Draft {
  return { ...draft, nodes: [...draft.nodes, node] };
}

export function withPlace(draft: Draft, item: number, place: Column): Draft {
  return { ...draft, places: new Map([...draft.places, [item, place]]) };
}

/** The node that a node was linked to when it came into the tree. */
export function parentOf(links: readonly PlanLink[], node: number): number | undefined {
  return links.find(({ far }) => far === node)?.near;
}

/** A word that modifies has nothing to act on. */
export function atACost(draft: Draft): Draft {
  return { ...draft, idle: draft.idle + 1, score: draft.score - 1 };
}

import type { LabelMatch } from '../linking/label-match.ts';
import type { Relation } from '../linking/relation.ts';
import type { CountCondition, Rank, Years } from './item.ts';

/** A thing that the query speaks of; becomes a variable. */
export type PlanNode = {
  cls: string;
  names: readonly LabelMatch[];
  unknownName?: string;
  /** The unknown name stands in quotes. */
  isQuoted?: boolean;
  /** The question means one certain thing. */
  isDefinite?: boolean;
  /** Its kind is said in the singular. */
  isOne?: boolean;
  /** The question says its kind besides its name. */
  isKindSaid?: boolean;
  /** A verb names what ties it to the rest. */
  isTied?: boolean;
  concepts: readonly { relation: Relation; iris: readonly string[]; negated?: boolean }[];
  years: readonly { relation: Relation; years: Years; negated?: boolean }[];
  /** The node whose name it shares. */
  twinOf?: number;
  /** Place in the order of the relation that led to it. */
  ordinal?: number;
  /** Where the question speaks of it: a place of a word; of a thing that only lies on the way, its neighbour's. */
  at: number;
};

/** A step between two nodes, by index. `forward`: from the relation's start to its end. */
export type PlanLink = { near: number; far: number; relation: Relation; forward: boolean; twin?: boolean };

/** A value of a node that is shown, or measured. */
export type PlanValue = { node: number; relation: Relation };

/** A condition that a node's links must meet together. `begin`: where the way to what is counted begins, if it has steps. */
export type PlanCount = { node: number; condition: CountCondition; begin?: number };

/** Things are ranked by how many nodes they lead to, by a value, or values by how many things have them (`tally`). */
export type PlanRank = Rank & ({ node: number; begin?: number } | { value: PlanValue } | { tally: PlanValue });

/** A node that is shown by its name. */
export type NodeColumn = { node: number; relation?: never };
export type Column = NodeColumn | PlanValue;

/** A tree of nodes: each link leads from a node to one that came later. */
export type Plan = {
  nodes: readonly PlanNode[];
  links: readonly PlanLink[];
  /** Columns in order; the first is what is asked for. Empty for yes-no questions. */
  columns: readonly Column[];
  /** Columns of which there is one row each. */
  groups: readonly Column[];
  /** Nodes of which there must be none, with everything beyond them. */
  negated: readonly number[];
  /** Values that must be missing. */
  missing: readonly PlanValue[];
  counts: readonly PlanCount[];
  ranks: readonly (PlanRank & { of: number })[];
  /** Values that must be there. */
  required: readonly PlanValue[];
  /** Papers that are joined by what they share must not be one. */
  isOther: boolean;
};

export function isNodeColumn(column: Column): column is NodeColumn {
  return column.relation === undefined;
}

/** A node of which nothing is known but its class. */
export function plainNode(cls: string, at: number): PlanNode {
  return { cls, names: [], concepts: [], years: [], at };
}

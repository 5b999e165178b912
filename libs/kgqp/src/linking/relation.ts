import type { Path } from '@askg/graph';

/** A condition on the node at the end of a step: the property's value, or, without one, that it has any. */
export type StepCondition = { property: string; value?: string; isIri?: boolean; datatype?: string };

export type Step = {
  path: Path;
  conditions: readonly StepCondition[];
  /** The property of the step's end that puts the ends in order. */
  order?: string;
};

/** A way through the graph that a word can name: from nodes of a class to nodes of another, to values, or to concepts. */
export type Relation = {
  /** IRI of the property, or of the relation in the lexicon. */
  id: string;
  label: string;
  from: string;
  /** Class at the other end; left out where that is a value or a concept. */
  to?: string;
  datatype?: string;
  concepts?: readonly string[];
  steps: readonly Step[];
  /** A property of the start whose value may be the name of the end instead. */
  orValue?: string;
  /** The two ends must have different names. */
  apart: boolean;
  /** The start's value of a property must be greater, or less, than the end's. */
  compares?: { property: string; greater: boolean };
  /** How far apart it puts its ends when a question does not name it. */
  cost: number;
  /** Whether every node has exactly one. */
  always: boolean;
};

/** How the nodes of a class are named. */
export type Naming = {
  /** The property that names them to people. */
  name: string;
  /** Other properties by which people refer to them. */
  aliases: readonly string[];
  /** Those of the aliases that are said whole or not at all. */
  wholeAliases: readonly string[];
  /** Those of the aliases that list people, any of whom may be said. */
  peopleAliases: readonly string[];
  /** Nodes of different papers with one name count as one thing. */
  isLocal: boolean;
  /** The property that leads from such nodes to the one thing that they are, whatever they are called. */
  canonical?: string;
  /** All nodes lead to theirs, so that things are told apart by it instead of by their names. */
  isResolved?: boolean;
  /** Spellings that differ in case, spaces or punctuation are one name. */
  isFolded: boolean;
  /** What stands between the commas of a name is a name too. */
  hasParts: boolean;
  /** When people name one, they say its kind, or what ties it to the rest. */
  isSeldom: boolean;
  /** Nodes are counted one by one, whatever their names. */
  isUnit: boolean;
  /** Nodes are shown by their text, and nobody refers to one by it. */
  isText: boolean;
};

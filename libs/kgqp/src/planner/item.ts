import type { Comparison } from '@askg/graph';
import type { LabelMatch } from '../linking/label-match.ts';
import type { Measure } from '../linking/meaning.ts';

/** What a noun of the question can be. */
export type Sense =
  | { kind: 'class'; cls: string }
  /** What a relation leads to. */
  | { kind: 'end'; cls: string; relation: string }
  /** A value or concept that nodes have. */
  | { kind: 'value'; relation: string };

/** `most`: of a range, its end. */
export type CountCondition = { compare: Comparison; count: number; most?: number };
export type Rank = { descending: boolean; limit: number };
/** Years of publication, both ends included, and the month in them, from 1. */
export type Years = { from?: number; to?: number; month?: number };

/** Something that the query must hold: a kind of thing, a named thing, a concept, a value or a condition on years. */
export type Item = {
  /** First word, and the one after the last. */
  from: number;
  to: number;
  senses: readonly Sense[];
  /** The things that the item names; several when the question joins them by "or". */
  names: readonly LabelMatch[];
  unknownName?: string;
  isQuoted?: boolean;
  concepts: readonly string[];
  years?: Years;
  isQuestionWord: boolean;
  /** Shown as a column. */
  projected: boolean;
  /** One row for each. */
  grouped: boolean;
  negated: boolean;
  /** What two things have in common: "the same author as". */
  isShared: boolean;
  /** The words are said to stand in a name, so that they tell a thing that is asked for. */
  isPartOfName?: boolean;
  /** One certain thing is meant: "the paper on …". */
  isDefinite?: boolean;
  /** A cited work that is called a paper. */
  isWork?: boolean;
  /** A word by which people call things of the class, but do not ask for them. */
  isByWay?: boolean;
  /** Its kind is said in the singular. */
  isOne?: boolean;
  /** "And" stands before it. */
  isAdded?: boolean;
  /** Index of the named thing of the same kind that it goes with: "cited by both A and B", "A shares with B". */
  goesWith?: number;
  /** The kind is said besides the name: "the cuallee paper". */
  isKindSaid?: boolean;
  /** How many there must be of what precedes. */
  count?: CountCondition;
  /** The most or fewest of these decide. */
  rank?: Rank;
  /** An adjective that picks the extreme ones of these. */
  superlative?: { measures: readonly Measure[]; limit: number };
  /** Place in its order: 1 for the first, -1 for the last. */
  ordinal?: number;
};

/** A verb or preposition: the relations that it can name. `isPassive`: "are" stands before it. */
export type Hint = {
  from: number;
  to: number;
  relations: readonly string[];
  isWeak: boolean;
  isReversed: boolean;
  isPassive?: boolean;
};

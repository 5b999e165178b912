import type { Comparison } from '@askg/graph';
import type { ProductMeasure } from '../induce/general-lexicon.ts';
import type { LabelMatch } from '../linking/label-match.ts';

/** What is compared with numbers; two numbers for a range, or one for each factor of a product. */
export type Condition = { compare: Comparison | 'between'; numbers: readonly number[] };
/** The first ones in an order; `offset` skips some: the second heaviest. */
export type Extreme = { descending: boolean; limit: number; offset: number };
export type AggregateName = 'AVG' | 'SUM' | 'MIN' | 'MAX';

export type What =
  | { kind: 'node'; classes: readonly string[] }
  | { kind: 'entity'; match: LabelMatch }
  | { kind: 'value'; match: LabelMatch }
  | { kind: 'property'; iri: string }
  | { kind: 'product'; product: ProductMeasure }
  /** What an adjective measures, by stems of words. */
  | { kind: 'measure'; words: readonly string[] };

/** Something that the query must hold, with what the words around it say of it. */
export type ForeignItem = {
  from: number;
  to: number;
  what: What;
  /** It is what the question asks for. */
  asked?: boolean;
  /** It is shown besides. */
  column?: boolean;
  counted?: boolean;
  grouped?: boolean;
  /** A passive verb: its subject is what the property leads to. */
  isPassive?: boolean;
  negated?: boolean;
  /** It must be there, and is not shown: "that have an abstract". */
  required?: boolean;
  aggregate?: AggregateName;
  condition?: Condition;
  /** A number before it that nothing compares: "three vessels". */
  bare?: number;
  /** The least and the greatest are asked for. */
  bothEnds?: boolean;
  extreme?: Extreme;
  joined?: 'and' | 'or' | 'theirs' | 'comma';
  worth: number;
};

/** A question as items, before they are connected. */
export type ForeignOutline = {
  form: 'ask' | 'select';
  items: readonly ForeignItem[];
  /** Positions of telling words in no item: they may name the ways between. */
  uncovered: readonly number[];
  /** What is asked for may be the last word: "what does … cost". */
  asksLast: boolean;
  /** The things that are asked for are counted. */
  counts: boolean;
  score: number;
};

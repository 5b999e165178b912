import type { Shape } from '../question/question.ts';
import type { Hint, Item } from './item.ts';

export type AggregateName = 'AVG' | 'SUM' | 'MIN' | 'MAX';

/** `more`: the first has more, or is later. */
export type Comparison = { by: 'count' | 'date'; more: boolean };

/** A question as items and hints in the order of its words, before they are connected. */
export type Outline = {
  shape: Shape;
  items: readonly Item[];
  hints: readonly Hint[];
  /** Index of the item that is asked for; undefined for yes-no questions and where nothing known is. */
  target: number | undefined;
  /** Whether the things are counted. */
  counts: boolean;
  aggregate: AggregateName | undefined;
  /** Whether things that share something with a named one are meant, and not that one. */
  isOther: boolean;
  /** Whether "both" is said, and nothing is a pair. */
  isHalf: boolean;
  /** Whether the word that says what is asked for is unknown ("which version …"). */
  isHeadUnknown: boolean;
  /** Whether a word that nothing knows goes with what is asked for ("software licence"). */
  isHeadModified: boolean;
  /** Two things are compared by how many they have of something, or by their dates. */
  comparison: Comparison | undefined;
  /** Whether something is asked that these queries cannot express. */
  isBeyond: boolean;
  /** Whether a word asks for an explanation. */
  isProse: boolean;
  /** Score of the segmentation, and what its words weigh altogether. */
  score: number;
  /** 0 to 1: the share of telling words that is accounted for. */
  coverage: number;
};

import type { Features } from './features.ts';

/** A logistic regression over the features of the evidence. */
export type ConfidenceModel = {
  /** The scorer compares words only, no meanings. */
  isByWords: boolean;
  /** Similarities of texts that have nothing to do with each other, and of those that say the same. */
  floor: number;
  ceiling: number;
  weights: Features;
  bias: number;
  /** From this confidence on an answer is given; below it the corpus is said not to hold one. */
  threshold: number;
};

/** How sure it is that the evidence answers the question: a probability, 0 to 1. */
export function confidence(features: Features, { weights, bias }: ConfidenceModel): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return 1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * features[name], bias)));
}

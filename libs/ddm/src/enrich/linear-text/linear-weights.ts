/** A linear model that tells the label of a text. Each list of numbers has one a label, in their order. */
export type LinearWeights = {
  labels: readonly string[];
  bias: readonly number[];
  /** What is known of the place of a text, by name, and how much more often each label is met there, as a logarithm. */
  places: ReadonlyMap<string, readonly number[]>;
  features: ReadonlyMap<string, readonly number[]>;
};

/**
 * Log-odds of the labels, but for a constant, for a text with these features. Each feature weighs less where they are many.
 * @param place name of the place that the text stands in, where that is known
 */
export function scoreLabels(features: readonly string[], weights: LinearWeights, place?: string): number[] {
  const scores = weights.labels.map(() => 0);
  for (const feature of features) {
    const known = weights.features.get(feature);
    if (known) for (let k = 0; k < scores.length; k++) scores[k]! += known[k]!;
  }
  const scale = 1 / Math.sqrt(Math.max(1, features.length));
  const expected = place === undefined ? undefined : weights.places.get(place);
  return scores.map((score, k) => score * scale + (weights.bias[k] ?? 0) + (expected?.[k] ?? 0));
}

/** Index of the highest score; of several, the first. */
export function bestOf(scores: readonly number[]): number {
  return scores.indexOf(Math.max(...scores));
}

/** Scores as probabilities, which add up to 1. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

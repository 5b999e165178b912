import { type LinearWeights, softmax } from './linear-weights.ts';

/** A text by its features, and its label. */
export type LabelledFeatures = { features: readonly string[]; label: string };

export type LinearTraining = {
  rounds: number;
  /** Features of fewer examples are left out. */
  fewest: number;
  /** Step size and L1 penalty of the optimiser: the more penalty, the fewer weights. */
  rate: number;
  penalty: number;
};

const biasRate = 0.01;

/**
 * Multinomial logistic regression by FTRL-Proximal (McMahan et al. 2013, "Ad click prediction: a view from the trenches",
 * algorithm 1, with L1 only), which leaves most weights at zero. The order of the examples is theirs: shuffle them before.
 */
export function trainLinear(
  examples: readonly LabelledFeatures[],
  labels: readonly string[],
  options: LinearTraining,
): LinearWeights {
  const size = labels.length;
  const index = frequentFeatures(examples, options.fewest);
  const rows = examples.map(({ features, label }) => ({
    known: features.map((feature) => index.get(feature) ?? -1).filter((at) => at >= 0),
    scale: 1 / Math.sqrt(Math.max(1, features.length)),
    target: labels.indexOf(label),
  }));
  const optimiser = new Ftrl(index.size * size, options);
  const bias = labels.map(() => 0);
  for (let round = 0; round < options.rounds; round++) {
    for (const { known, scale, target } of rows) {
      const scores = bias.map((start, k) => start + scale * optimiser.sum(known, size, k));
      for (const [k, probability] of softmax(scores).entries()) {
        const error = probability - Number(k === target);
        bias[k]! -= biasRate * error;
        for (const at of known) optimiser.update(at * size + k, error * scale);
      }
    }
  }
  const features = [...index].map(
    ([feature, at]) => [feature, labels.map((_, k) => optimiser.weight(at * size + k))] as const,
  );
  return { labels, bias, places: new Map(), features: new Map(features) };
}

class Ftrl {
  readonly #drift: Float64Array;
  readonly #squares: Float64Array;
  readonly #rate: number;
  readonly #penalty: number;

  constructor(length: number, { rate, penalty }: { rate: number; penalty: number }) {
    this.#drift = new Float64Array(length);
    this.#squares = new Float64Array(length);
    this.#rate = rate;
    this.#penalty = penalty;
  }

  weight(at: number): number {
    const drift = this.#drift[at]!;
    const excess = Math.abs(drift) - this.#penalty;
    return excess <= 0 ? 0 : (-Math.sign(drift) * excess * this.#rate) / (1 + Math.sqrt(this.#squares[at]!));
  }

  /** Of the weights of some features for one label. */
  sum(features: readonly number[], size: number, label: number): number {
    let total = 0;
    for (const at of features) total += this.weight(at * size + label);
    return total;
  }

  update(at: number, gradient: number): void {
    const squares = this.#squares[at]!;
    const next = squares + gradient * gradient;
    this.#drift[at]! += gradient - ((Math.sqrt(next) - Math.sqrt(squares)) / this.#rate) * this.weight(at);
    this.#squares[at] = next;
  }
}

function frequentFeatures(examples: readonly LabelledFeatures[], fewest: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= fewest);
  return new Map(frequent.map(([feature], at) => [feature, at]));
}

import { featuresOf } from './features.ts';
import { type Label, labels } from './labels.ts';
import { decode, jointsOf, transitionAt, transitionCount, type Weights } from './tagger.ts';
import type { Token } from './tokens.ts';

export type Example = { tokens: Token[]; labels: Label[] };

export type TrainingOptions = {
  rounds: number;
  /** Features seen fewer times are left out. */
  fewest: number;
  /** Weights nearer to zero are left out. */
  smallest: number;
  onRound?: (round: number, errors: number) => void;
};

const n = labels.length;

/**
 * Learns weights by the averaged structured perceptron (Collins 2002): each example that is labelled wrongly moves the
 * weights towards its own labels, and the mean of the weights over all steps is kept. The order of examples is theirs.
 */
export function train(examples: readonly Example[], options: TrainingOptions): Weights {
  const prepared = examples.map((example) => ({
    features: featuresOf(example.tokens),
    joints: jointsOf(example.tokens),
    gold: example.labels.map((label) => labels.indexOf(label)),
  }));
  const counts = new Map<string, number>();
  for (const { features } of prepared) {
    for (const feature of features.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const now = new Map<string, Float32Array>();
  const sum = new Map<string, Float64Array>();
  for (const [feature, count] of counts) {
    if (count < options.fewest) continue;
    now.set(feature, new Float32Array(n));
    sum.set(feature, new Float64Array(n));
  }
  const transitions = new Float32Array(transitionCount);
  const transitionSum = new Float64Array(transitionCount);
  let step = 1;
  for (let round = 0; round < options.rounds; round++) {
    let errors = 0;
    for (const { features, joints, gold } of prepared) {
      const guess = decode(features, joints, { features: now, transitions });
      for (const [i, want] of gold.entries()) {
        const got = guess[i] ?? 0;
        const joint = joints[i] ?? -1;
        const before = gold[i - 1] ?? 0;
        const beforeGuess = guess[i - 1] ?? 0;
        if (want !== got || before !== beforeGuess) {
          bump(transitions, transitionSum, transitionAt(joint, before, want), 1, step);
          bump(transitions, transitionSum, transitionAt(joint, beforeGuess, got), -1, step);
        }
        if (want === got) continue;
        errors++;
        for (const feature of features[i] ?? []) {
          const weights = now.get(feature);
          const total = sum.get(feature);
          if (!weights || !total) continue;
          bump(weights, total, want, 1, step);
          bump(weights, total, got, -1, step);
        }
      }
      step++;
    }
    options.onRound?.(round, errors);
  }
  // The mean of a weight over all steps is its last value less the changes weighted by when they came.
  const features = new Map<string, Float32Array>();
  for (const [feature, weights] of now) {
    const mean = weights.map((weight, at) => rounded(weight - (sum.get(feature)?.[at] ?? 0) / step, options.smallest));
    if (mean.some((weight) => weight !== 0)) features.set(feature, mean);
  }
  return {
    features,
    transitions: transitions.map((weight, at) => rounded(weight - (transitionSum[at] ?? 0) / step, 0)),
  };
}

function bump(weights: Float32Array, total: Float64Array, at: number, change: number, step: number): void {
  weights[at]! += change;
  total[at]! += change * step;
}

function rounded(weight: number, smallest: number): number {
  return Math.abs(weight) < smallest ? 0 : Math.round(weight * 10) / 10;
}

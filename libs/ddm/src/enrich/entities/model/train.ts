import { transitionCount } from './chain.ts';
import { type Form, featuresOf } from './features.ts';
import { labelCount } from './labels.ts';
import { Learner } from './learner.ts';
import { pullsOf } from './pulls.ts';
import type { Weights } from './weights.ts';

/** A sentence with, for each word, the labels that it may have as bits: one where it is known, several where it is not. */
export type Example = { forms: readonly Form[]; masks: Uint32Array; weight: number };

export type TrainingOptions = {
  rounds: number;
  /** Features seen fewer times are left out. */
  fewest: number;
  /** How far a weight moves at first. */
  rate: number;
  /** Strength of the penalty on the sizes of weights. */
  sparsity: number;
  onRound?: (round: number, loss: number) => void;
};

const n = labelCount;

/**
 * Learns a conditional random field (Lafferty et al. 2001) from labels that may be known in part only (Täckström et al.
 * 2013). The same examples in the same order give the same weights.
 */
export function train(examples: readonly Example[], options: TrainingOptions): Weights {
  const names = commonFeatures(examples, options.fewest);
  const ids = new Map(names.map((feature, id) => [feature, id]));
  const places = examples.map(({ forms }) =>
    forms.map((_, i) => Int32Array.from(featuresOf(forms, i).flatMap((feature) => ids.get(feature) ?? []))),
  );
  const size = names.length * n;
  const learner = new Learner(names.length, transitionCount, options.rate, options.sparsity);
  const order = examples.map((_, i) => i);
  for (let round = 0; round < options.rounds; round++) {
    let loss = 0;
    shuffle(order, round + 1);
    for (const index of order) loss += learn(learner, size, places[index] ?? [], examples[index]!);
    options.onRound?.(round, loss);
  }
  const features = new Map<string, Float32Array>();
  for (const [id, feature] of names.entries()) {
    learner.settle(id);
    const own = learner.weights.slice(id * n, (id + 1) * n);
    if (own.some((weight) => weight !== 0)) features.set(feature, own);
  }
  return { features, transitions: learner.weights.slice(size) };
}

function commonFeatures(examples: readonly Example[], fewest: number): string[] {
  const counts = new Map<string, number>();
  for (const { forms } of examples) {
    for (let i = 0; i < forms.length; i++) {
      for (const feature of featuresOf(forms, i)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= fewest).map(([feature]) => feature);
}

/** One step on one sentence. @returns its loss */
function learn(learner: Learner, size: number, places: readonly Int32Array[], { masks, weight }: Example): number {
  if (places.length === 0) return 0;
  learner.nextStep();
  const scores = new Float64Array(places.length * n);
  for (const [i, features] of places.entries()) {
    for (const feature of features) {
      learner.settle(feature);
      for (let label = 0; label < n; label++) scores[i * n + label]! += learner.weights[feature * n + label]!;
    }
  }
  const { emissions, transitions, loss } = pullsOf(scores, learner.weights.subarray(size), masks);
  for (const [i, features] of places.entries()) {
    for (const feature of features) {
      for (let label = 0; label < n; label++) learner.move(feature * n + label, weight * emissions[i * n + label]!);
    }
  }
  for (const [at, pull] of transitions.entries()) learner.move(size + at, weight * pull);
  return weight * loss;
}

/** Another order each round, the same each time (xorshift, Marsaglia 2003). */
function shuffle(order: number[], seed: number): void {
  let state = Math.imul(seed, 2654435761) | 1;
  for (let i = order.length - 1; i > 0; i--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const j = (state >>> 0) % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

import { featuresOf } from './features.ts';
import { type Label, labels } from './labels.ts';
import { marginalsOf, pairAt } from './marginals.ts';
import { type ProximalOptions, ProximalWeights } from './proximal.ts';
import { jointsOf, transitionAt, transitionCount, type Weights } from './tagger.ts';
import type { Token } from './tokens.ts';

export type Example = { tokens: Token[]; labels: Label[] };

export type TrainingOptions = ProximalOptions & {
  rounds: number;
  /** Features seen fewer times are left out. */
  fewest: number;
  onRound?: (round: number, loss: number) => void;
};

type Prepared = { features: Int32Array[]; joints: number[]; gold: number[] };

const n = labels.length;
/** Weights are kept as whole numbers of this fraction. */
const unit = 20;
/** Gradients nearer to zero move nothing. */
const least = 1e-3;

/**
 * Learns the weights of a linear-chain conditional random field (Lafferty et al. 2001), one example after another in the
 * order in which they come: the gradient is what the chain expects of each feature less what the labels of the example say.
 */
export function train(examples: readonly Example[], options: TrainingOptions): Weights {
  const { names, prepared } = prepare(examples, options.fewest);
  const emission = new ProximalWeights(names.length * n, options);
  const transition = new ProximalWeights(transitionCount, { ...options, sparsity: 0 });
  for (let round = 0; round < options.rounds; round++) {
    let loss = 0;
    for (const example of prepared) loss += learn(example, emission, transition);
    options.onRound?.(round, loss / prepared.length);
  }
  const whole = (weight: number): number => Math.round(weight * unit);
  const features = new Map<string, Float32Array>();
  for (const [id, name] of names.entries()) {
    const weights = Float32Array.from(emission.values.subarray(id * n, (id + 1) * n), whole);
    if (weights.some((weight) => weight !== 0)) features.set(name, weights);
  }
  return { features, transitions: Float32Array.from(transition.values, whole) };
}

function prepare(examples: readonly Example[], fewest: number): { names: string[]; prepared: Prepared[] } {
  const all = examples.map(({ tokens }) => featuresOf(tokens));
  const counts = new Map<string, number>();
  for (const feature of all.flat(2)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= fewest).map(([name]) => name);
  const ids = new Map(names.map((name, id) => [name, id]));
  const prepared = examples.map(({ tokens, labels: gold }, i) => ({
    features: (all[i] ?? []).map((list) =>
      Int32Array.from(list.map((name) => ids.get(name) ?? -1).filter((id) => id >= 0)),
    ),
    joints: jointsOf(tokens),
    gold: gold.map((label) => labels.indexOf(label)),
  }));
  return { names, prepared };
}

/** One step for one example; the share of its labels that the chain did not expect. */
function learn({ features, joints, gold }: Prepared, emission: ProximalWeights, transition: ProximalWeights): number {
  const scores = new Float64Array(features.length * n);
  for (const [t, ids] of features.entries()) {
    for (const id of ids) for (let k = 0; k < n; k++) scores[t * n + k]! += emission.values[id * n + k]!;
  }
  const { single, pairs } = marginalsOf(scores, transition.values, joints);
  let unexpected = 0;
  const change = new Map<number, number>();
  const add = (at: number, amount: number): void => void change.set(at, (change.get(at) ?? 0) + amount);
  for (const [t, ids] of features.entries()) {
    const want = gold[t] ?? 0;
    unexpected += 1 - single[t * n + want]!;
    for (let k = 0; k < n; k++) {
      const gradient = single[t * n + k]! - Number(k === want);
      if (Math.abs(gradient) < least) continue;
      for (const id of ids) emission.move(id * n + k, gradient);
      if (t === 0) add(transitionAt(-1, 0, k), gradient);
    }
    if (t === 0) continue;
    for (let from = 0; from < n; from++) {
      for (let to = 0; to < n; to++) {
        const isGold = from === gold[t - 1] && to === want;
        const gradient = pairs[pairAt(t, from, to)]! - Number(isGold);
        if (Math.abs(gradient) >= least) add(transitionAt(joints[t]!, from, to), gradient);
      }
    }
  }
  for (const [at, gradient] of change) transition.move(at, gradient);
  return unexpected / features.length;
}

import { labels } from './labels.ts';
import { transitionAt } from './tagger.ts';

const n = labels.length;

/** Probabilities under a linear chain: of each label at each token, and of each pair of labels between two tokens. */
export type Marginals = {
  /** Token by token, a value a label. */
  single: Float64Array;
  /** From the second token on, token by token: the label before, then the label at the token. */
  pairs: Float64Array;
};

/**
 * Forward and backward passes over a chain. `scores` holds the score of each label at each token, `transitions` those of
 * one label after another, `joints` which of them hold before each token. Each step is scaled so that nothing underflows.
 */
export function marginalsOf(scores: Float64Array, transitions: Float64Array, joints: readonly number[]): Marginals {
  const length = joints.length;
  const factors = transitions.map(Math.exp);
  const local = exponentials(scores, length);
  const forward = new Float64Array(length * n);
  const scales = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    for (let to = 0; to < n; to++) {
      let sum = t === 0 ? factors[transitionAt(-1, 0, to)]! : 0;
      if (t > 0) {
        for (let from = 0; from < n; from++) {
          sum += forward[(t - 1) * n + from]! * factors[transitionAt(joints[t]!, from, to)]!;
        }
      }
      forward[t * n + to] = sum * local[t * n + to]!;
    }
    scales[t] = scale(forward, t);
  }
  const backward = new Float64Array(length * n).fill(1, (length - 1) * n);
  for (let t = length - 2; t >= 0; t--) {
    for (let from = 0; from < n; from++) {
      let sum = 0;
      for (let to = 0; to < n; to++) {
        const at = (t + 1) * n + to;
        sum += factors[transitionAt(joints[t + 1]!, from, to)]! * local[at]! * backward[at]!;
      }
      backward[t * n + from] = sum / scales[t + 1]!;
    }
  }
  const pairs = new Float64Array(length * n * n);
  for (let t = 1; t < length; t++) {
    for (let from = 0; from < n; from++) {
      const before = forward[(t - 1) * n + from]! / scales[t]!;
      for (let to = 0; to < n; to++) {
        const at = t * n + to;
        pairs[at * n + from] = before * factors[transitionAt(joints[t]!, from, to)]! * local[at]! * backward[at]!;
      }
    }
  }
  return { single: forward.map((value, at) => value * backward[at]!), pairs };
}

/** Place of a pair in `Marginals.pairs`. */
export function pairAt(token: number, from: number, to: number): number {
  return (token * n + to) * n + from;
}

function exponentials(scores: Float64Array, length: number): Float64Array {
  const result = new Float64Array(scores.length);
  for (let t = 0; t < length; t++) {
    const top = Math.max(...scores.subarray(t * n, (t + 1) * n));
    for (let at = t * n; at < (t + 1) * n; at++) result[at] = Math.exp(scores[at]! - top);
  }
  return result;
}

/** Makes the values of one token sum up to one; their sum before. */
function scale(values: Float64Array, token: number): number {
  let sum = 0;
  for (let at = token * n; at < (token + 1) * n; at++) sum += values[at]!;
  for (let at = token * n; at < (token + 1) * n; at++) values[at]! /= sum;
  return sum;
}

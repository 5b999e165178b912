import { featuresOf } from './features.ts';
import { isInitial } from './initials.ts';
import { type Label, labels } from './labels.ts';
import type { Token } from './tokens.ts';

/** Weights of a linear chain: for each feature one a label, and one for each pair of labels in a row. */
export type Weights = {
  features: ReadonlyMap<string, Float32Array>;
  /** Of one label after another, by the kind of joint between their tokens (see `transitionAt`). */
  transitions: Float32Array;
};

/** What stands between two parts of a reference tells which may follow which. */
const joints = ['.', ',', ';', ':', '(', ')', '"', 'i.', 'word'] as const;
type Joint = (typeof joints)[number] | 'start';

const n = labels.length;

export const transitionCount = (joints.length * n + 1) * n;

/** Place of the weight for label `to` after label `from` at a joint; `from` does not matter at the start. */
export function transitionAt(joint: number, from: number, to: number): number {
  return joint < 0 ? joints.length * n * n + to : (joint * n + from) * n + to;
}

/** The kind of joint before each token: the sign that ends the one before; a point after an initial is none of a sentence. */
export function jointsOf(tokens: readonly Token[]): number[] {
  return tokens.map((_, i) => joints.indexOf(jointBefore(tokens, i) as (typeof joints)[number]));
}

function jointBefore(tokens: readonly Token[], i: number): Joint {
  const before = tokens[i - 1]?.text;
  if (before === undefined) return 'start';
  if (before === '.') return isInitial(tokens[i - 2]?.text) ? 'i.' : '.';
  if (/^[[({]$/.test(before)) return '(';
  if (/^[\])}]$/.test(before)) return ')';
  if (/^[“”"«»„‘’']$/.test(before)) return '"';
  if (/^[?!]$/.test(before)) return '.';
  return before === ',' || before === ';' || before === ':' ? before : 'word';
}

/** The best labels of some tokens (Viterbi). `given` are labels that are known before, by the index of their token. */
export function tag(
  tokens: readonly Token[],
  weights: Weights,
  given: ReadonlyMap<number, Label> = new Map(),
): Label[] {
  const fixed = tokens.map((_, i) => {
    const label = given.get(i);
    return label === undefined ? -1 : labels.indexOf(label);
  });
  return decode(featuresOf(tokens), jointsOf(tokens), weights, fixed).map((label) => labels[label] as Label);
}

/** Indices of labels for lists of features and the joints before the tokens. */
export function decode(
  features: readonly (readonly string[])[],
  at: readonly number[],
  { features: known, transitions }: Weights,
  fixed: readonly number[] = [],
): number[] {
  if (features.length === 0) return [];
  const back = new Uint8Array(features.length * n);
  let scores = new Float64Array(n);
  let next = new Float64Array(n);
  const emit = new Float64Array(n);
  for (const [i, list] of features.entries()) {
    emit.fill(0);
    for (const feature of list) {
      const weights = known.get(feature);
      if (weights) for (let to = 0; to < n; to++) emit[to]! += weights[to]!;
    }
    const joint = at[i] ?? -1;
    for (let to = 0; to < n; to++) {
      let best = 0;
      let score = -Infinity;
      if (i === 0) score = transitions[transitionAt(-1, 0, to)]!;
      else {
        for (let from = 0; from < n; from++) {
          const through = scores[from]! + transitions[transitionAt(joint, from, to)]!;
          if (through > score) {
            score = through;
            best = from;
          }
        }
      }
      const isFree = (fixed[i] ?? -1) < 0 || fixed[i] === to;
      next[to] = isFree ? score + emit[to]! : -1e9;
      back[i * n + to] = best;
    }
    [scores, next] = [next, scores];
  }
  let label = scores.indexOf(Math.max(...scores));
  const path = [label];
  for (let i = features.length - 1; i > 0; i--) path.push((label = back[i * n + label]!));
  return path.toReversed();
}

import { labelCount, mayFollow } from './labels.ts';

const n = labelCount;
/** Score of what cannot be. */
const never = -1e9;

/** Scores of one label after another, `from * labelCount + to`; the last row is that of the first word. */
export const transitionCount = (n + 1) * n;
const allowed = Array.from({ length: transitionCount }, (_, at) =>
  mayFollow(at >= n * n ? -1 : Math.floor(at / n), at % n),
);

/** Place of the score for label `to` after label `from`, which is -1 at the start of a sentence. */
export function transitionAt(from: number, to: number): number {
  return (from < 0 ? n : from) * n + to;
}

/** Whether a path may take the transition at a place. */
export function mayGo(at: number): boolean {
  return allowed[at] ?? false;
}

/** The best labels of a sentence (Viterbi). `emissions` holds `labelCount` scores for each word. */
export function bestLabels(emissions: Float64Array, transitions: Float32Array): Uint8Array {
  const length = emissions.length / n;
  const back = new Uint8Array(length * n);
  let scores = new Float64Array(n);
  let next = new Float64Array(n);
  for (let i = 0; i < length; i++) {
    for (let to = 0; to < n; to++) {
      let best = 0;
      let score = never;
      if (i === 0) score = allowed[n * n + to] ? transitions[n * n + to]! : never;
      else {
        for (let from = 0; from < n; from++) {
          if (!allowed[from * n + to]) continue;
          const through = scores[from]! + transitions[from * n + to]!;
          if (through > score) {
            score = through;
            best = from;
          }
        }
      }
      next[to] = score + emissions[i * n + to]!;
      back[i * n + to] = best;
    }
    [scores, next] = [next, scores];
  }
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  let label = scores.indexOf(Math.max(...scores));
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * n + label]!;
  }
  return labels;
}

/** Sums over all paths of a chain, as logarithms. */
export type Sums = { forward: Float64Array; backward: Float64Array; total: number };

/**
 * Forward and backward sums (Rabiner 1989). `masks` holds for each word the labels that it may have, one bit a label;
 * all where there is none.
 */
export function sumPaths(emissions: Float64Array, transitions: Float32Array, masks?: Uint32Array): Sums {
  const length = emissions.length / n;
  const forward = new Float64Array(length * n).fill(never);
  const backward = new Float64Array(length * n).fill(never);
  const isOpen = (i: number, label: number): boolean => !masks || ((masks[i]! >>> label) & 1) === 1;
  const terms = new Float64Array(n);
  for (let i = 0; i < length; i++) {
    for (let to = 0; to < n; to++) {
      if (!isOpen(i, to)) continue;
      if (i === 0) {
        if (allowed[n * n + to]) forward[to] = transitions[n * n + to]! + emissions[to]!;
        continue;
      }
      for (let from = 0; from < n; from++) {
        const at = from * n + to;
        terms[from] = allowed[at] ? forward[(i - 1) * n + from]! + transitions[at]! : never;
      }
      forward[i * n + to] = logSum(terms) + emissions[i * n + to]!;
    }
  }
  for (let i = length - 1; i >= 0; i--) {
    for (let from = 0; from < n; from++) {
      if (!isOpen(i, from)) continue;
      if (i === length - 1) {
        backward[i * n + from] = 0;
        continue;
      }
      for (let to = 0; to < n; to++) {
        const at = from * n + to;
        terms[to] = allowed[at] ? transitions[at]! + emissions[(i + 1) * n + to]! + backward[(i + 1) * n + to]! : never;
      }
      backward[i * n + from] = logSum(terms);
    }
  }
  return { forward, backward, total: length === 0 ? 0 : logSum(forward.subarray((length - 1) * n)) };
}

function logSum(terms: Float64Array): number {
  let most = never;
  for (const term of terms) if (term > most) most = term;
  if (most <= never) return never;
  let sum = 0;
  for (const term of terms) if (term > most - 40) sum += Math.exp(term - most);
  return most + Math.log(sum);
}

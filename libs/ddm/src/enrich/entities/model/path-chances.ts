import { mayGo, transitionCount } from './chain.ts';
import { labelCount } from './labels.ts';

const n = labelCount;

/** The factors of a chain's transitions: none where a path may not go. */
export function transitionFactors(transitions: Float32Array): Float64Array {
  const factors = new Float64Array(transitionCount);
  for (let at = 0; at < transitionCount; at++) factors[at] = mayGo(at) ? Math.exp(transitions[at]!) : 0;
  return factors;
}

/**
 * How likely paths of a chain are, by forward and backward sums that are scaled at each word to stay in range (Rabiner
 * 1989, V.A).
 */
export class PathChances {
  readonly #factors: Float64Array;
  readonly #emissions: Float64Array;
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;
  readonly #scales: Float64Array;

  /** @param emissions `labelCount` scores for each word, as logarithms; at least one word */
  constructor(emissions: Float64Array, factors: Float64Array) {
    const length = emissions.length / n;
    this.#factors = factors;
    this.#emissions = new Float64Array(emissions.length);
    this.#forward = new Float64Array(emissions.length);
    this.#backward = new Float64Array(emissions.length);
    this.#scales = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      let most = -Infinity;
      for (let at = i * n; at < (i + 1) * n; at++) if (emissions[at]! > most) most = emissions[at]!;
      for (let at = i * n; at < (i + 1) * n; at++) this.#emissions[at] = Math.exp(emissions[at]! - most);
    }
    for (let i = 0; i < length; i++) this.#sumForward(i);
    for (let i = length - 1; i >= 0; i--) this.#sumBackward(i, i === length - 1);
  }

  /** The share of all paths that have label `first` at word `from` and `inner` at those after it up to `to`, not included. */
  of(from: number, to: number, first: number, inner: number): number {
    let chance = this.#forward[from * n + first]!;
    let last = first;
    for (let i = from + 1; i < to; i++) {
      chance *= (this.#factors[last * n + inner]! * this.#emissions[i * n + inner]!) / this.#scales[i]!;
      last = inner;
    }
    return chance * this.#backward[(to - 1) * n + last]!;
  }

  #sumForward(i: number): void {
    let total = 0;
    for (let to = 0; to < n; to++) {
      let sum = 0;
      if (i === 0) sum = this.#factors[n * n + to]!;
      else {
        for (let from = 0; from < n; from++) sum += this.#forward[(i - 1) * n + from]! * this.#factors[from * n + to]!;
      }
      sum *= this.#emissions[i * n + to]!;
      this.#forward[i * n + to] = sum;
      total += sum;
    }
    this.#scales[i] = total;
    for (let to = 0; to < n; to++) this.#forward[i * n + to]! /= total;
  }

  #sumBackward(i: number, isLast: boolean): void {
    for (let from = 0; from < n; from++) {
      if (isLast) {
        this.#backward[i * n + from] = 1;
        continue;
      }
      let sum = 0;
      for (let to = 0; to < n; to++) {
        sum += this.#factors[from * n + to]! * this.#emissions[(i + 1) * n + to]! * this.#backward[(i + 1) * n + to]!;
      }
      this.#backward[i * n + from] = sum / this.#scales[i + 1]!;
    }
  }
}

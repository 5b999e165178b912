import { labelCount } from './labels.ts';

const n = labelCount;
const epsilon = 1e-6;

/**
 * Weights under AdaGrad (Duchi et al. 2011) with a penalty on their sizes (L1), which makes most of them zero. A weight pays
 * what it owes when its feature is next looked at.
 */
export class Learner {
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  readonly #paid: Int32Array;
  readonly #rate: number;
  readonly #sparsity: number;
  #step = 0;

  /** @param features rows of `labelCount` weights; `others` weights follow that pay no penalty */
  constructor(features: number, others: number, rate: number, sparsity: number) {
    this.weights = new Float32Array(features * n + others);
    this.#squares = new Float32Array(features * n + others);
    this.#paid = new Int32Array(features);
    this.#rate = rate;
    this.#sparsity = sparsity;
  }

  nextStep(): void {
    this.#step++;
  }

  /** Takes from the weights of a feature the penalty of all steps since it was last looked at. */
  settle(feature: number): void {
    const late = this.#step - this.#paid[feature]!;
    if (late === 0) return;
    this.#paid[feature] = this.#step;
    for (let at = feature * n; at < (feature + 1) * n; at++) {
      const weight = this.weights[at]!;
      if (weight === 0) continue;
      const less = (this.#rate * this.#sparsity * late) / Math.sqrt(epsilon + this.#squares[at]!);
      this.weights[at] = Math.abs(weight) <= less ? 0 : weight - Math.sign(weight) * less;
    }
  }

  /** Moves a weight up the gradient of the log-likelihood. */
  move(at: number, gradient: number): void {
    if (gradient === 0) return;
    this.#squares[at]! += gradient * gradient;
    this.weights[at]! += (this.#rate * gradient) / Math.sqrt(epsilon + this.#squares[at]!);
  }
}

export type ProximalOptions = {
  /** How fast weights move. */
  rate: number;
  /** How strongly small weights are held at zero, and large ones held back. */
  sparsity: number;
  decay: number;
};

/**
 * Weights under FTRL-proximal (McMahan et al. 2013, "Ad click prediction"): each has a step size of its own, and stays at
 * exactly zero until the examples speak for it.
 */
export class ProximalWeights {
  readonly values: Float64Array;
  readonly #gradients: Float64Array;
  readonly #squares: Float64Array;
  readonly #options: ProximalOptions;

  constructor(size: number, options: ProximalOptions) {
    this.values = new Float64Array(size);
    this.#gradients = new Float64Array(size);
    this.#squares = new Float64Array(size);
    this.#options = options;
  }

  /** Moves one weight against the gradient of the loss. */
  move(at: number, gradient: number): void {
    const { rate, sparsity, decay } = this.#options;
    const before = Math.sqrt(this.#squares[at]!);
    this.#squares[at]! += gradient * gradient;
    const now = Math.sqrt(this.#squares[at]!);
    this.#gradients[at]! += gradient - ((now - before) / rate) * this.values[at]!;
    const sum = this.#gradients[at]!;
    const beyond = Math.abs(sum) - sparsity;
    this.values[at] = beyond <= 0 ? 0 : (-Math.sign(sum) * beyond) / ((1 + now) / rate + decay);
  }
}

/** Notes how long the steps of one call took, in milliseconds. */
export class Stopwatch {
  readonly timings: Record<string, number> = {};
  readonly #now: () => number;
  readonly #deadline: number;

  /** @param now milliseconds on any steady clock @param deadlineMs milliseconds from now */
  constructor(now: () => number, deadlineMs = Infinity) {
    this.#now = now;
    this.#deadline = now() + deadlineMs;
  }

  /** Milliseconds until the deadline, 0 when it has passed. */
  left(): number {
    return Math.max(0, this.#deadline - this.#now());
  }

  async time<T>(step: string, work: () => Promise<T> | T): Promise<T> {
    const start = this.#now();
    try {
      return await work();
    } finally {
      this.timings[step] = (this.timings[step] ?? 0) + (this.#now() - start);
    }
  }
}

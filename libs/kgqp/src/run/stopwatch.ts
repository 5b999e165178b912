/** Measures the steps of one run, in milliseconds. */
export class Stopwatch {
  readonly timings: Record<string, number>;
  readonly #now: () => number;
  readonly #start: number;
  readonly #prefix: string;

  constructor(now: () => number, within?: { timings: Record<string, number>; prefix: string; start: number }) {
    this.timings = within?.timings ?? {};
    this.#prefix = within?.prefix ?? '';
    this.#now = now;
    this.#start = within?.start ?? now();
  }

  /** Since the run began, rounded to a tenth. */
  get elapsed(): number {
    return tenths(this.#now() - this.#start);
  }

  /** Measures the steps of a part of the run, whose names begin with the part's. */
  within(part: string): Stopwatch {
    return new Stopwatch(this.#now, {
      timings: this.timings,
      prefix: `${this.#prefix}${part}/`,
      start: this.#start,
    });
  }

  /** Starts to measure a step. @returns what ends it */
  start(step: string): () => void {
    const start = this.#now();
    return () => {
      this.timings[`${this.#prefix}${step}`] = tenths(this.#now() - start);
    };
  }

  /** Runs a step and notes how long it took, whether it succeeds or not. */
  async time<T>(step: string, work: () => Promise<T>): Promise<T> {
    const end = this.start(step);
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Notes what a step measured itself. */
  note(step: string, timings: Readonly<Record<string, number>>): void {
    for (const [part, ms] of Object.entries(timings)) this.timings[`${this.#prefix}${step}/${part}`] = tenths(ms);
  }
}

function tenths(ms: number): number {
  return Math.round(Math.max(0, ms) * 10) / 10;
}

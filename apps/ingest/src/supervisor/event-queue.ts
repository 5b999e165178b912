/** Values handed from callbacks to one consumer that iterates over them, in order. */
export class EventQueue<T> implements AsyncIterable<T> {
  #waiting: T[] = [];
  #isClosed = false;
  #failure: { error: unknown } | undefined;
  #wake: (() => void) | undefined;

  push(value: T): void {
    if (this.#isClosed) return;
    this.#waiting.push(value);
    this.#wake?.();
  }

  /** What was pushed is still given out; then the iteration ends, or throws the error. */
  close(failure?: { error: unknown }): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#failure = failure;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const values = this.#waiting;
      this.#waiting = [];
      yield* values;
      if (this.#waiting.length > 0) continue;
      if (this.#failure) throw this.#failure.error;
      if (this.#isClosed) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

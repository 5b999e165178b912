import { InferenceError } from '../inference-error.ts';
import type { RunOptions } from '../run-options.ts';

/** Some items of one request, given out together. */
export type MicroBatch<Item, Result> = {
  items: readonly Item[];
  done(results: readonly Result[]): void;
  failed(error: Error): void;
};

export type BatchLimits = {
  /** Most items given out together. */
  items: number;
  /** Most `size` given out together; a larger item goes alone. */
  size: number;
};

/**
 * Requests that wait for a model. Questions come before background work, and requests of equal priority take turns, one
 * micro-batch each, so that a small one is not stuck behind a large one. A request that was cancelled or is late gives no
 * further micro-batch.
 */
export class WorkQueue<Item, Result> {
  readonly #sizeOf: (item: Item) => number;
  readonly #limits: BatchLimits;
  readonly #waiting = { question: [] as Request<Item, Result>[], background: [] as Request<Item, Result>[] };
  readonly #all = new Set<Request<Item, Result>>();

  constructor(limits: BatchLimits, sizeOf: (item: Item) => number) {
    this.#limits = limits;
    this.#sizeOf = sizeOf;
  }

  /** Results in the order of the items. Errors: `inference/cancelled`, `inference/deadline`, and what `failed` was given. */
  submit(items: readonly Item[], options: RunOptions = {}): Promise<Result[]> {
    if (options.signal?.aborted) return Promise.reject(cancelled(options.signal));
    if (items.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      const line = this.#waiting[options.priority ?? 'question'];
      const request = new Request<Item, Result>(items, options, (error) => {
        this.#all.delete(request);
        const place = line.indexOf(request);
        if (place !== -1) line.splice(place, 1);
        if (error === undefined) resolve(request.results);
        else reject(error);
      });
      this.#all.add(request);
      line.push(request);
    });
  }

  /** The next work, at most `1/shares` of what its request still needs; none when nothing waits. */
  next(shares: number): MicroBatch<Item, Result> | undefined {
    const line = this.#waiting.question.length > 0 ? this.#waiting.question : this.#waiting.background;
    const request = line.shift();
    if (request === undefined) return undefined;
    const count = Math.min(this.#limits.items, Math.ceil(request.remaining / shares));
    const batch = request.take(this.#limits.size, count, this.#sizeOf);
    if (request.remaining > 0) line.push(request);
    return batch;
  }

  /** Ends all requests with an error; what is under way is dropped when it comes. */
  fail(error: Error): void {
    for (const request of this.#all) request.end(error);
  }
}

class Request<Item, Result> {
  readonly results: Result[] = [];
  readonly #items: readonly Item[];
  readonly #settle: (error?: Error) => void;
  readonly #signal: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  #given = 0;
  #missing: number;
  #ended = false;

  constructor(items: readonly Item[], { signal, deadlineMs }: RunOptions, settle: (error?: Error) => void) {
    this.#items = items;
    this.#missing = items.length;
    this.#settle = settle;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#abort);
    if (deadlineMs !== undefined) {
      const late = new InferenceError('inference/deadline', `The model did not answer within ${deadlineMs} ms.`);
      this.#timer = setTimeout(() => this.end(late), deadlineMs);
    }
  }

  get remaining(): number {
    return this.#items.length - this.#given;
  }

  take(size: number, count: number, sizeOf: (item: Item) => number): MicroBatch<Item, Result> {
    const start = this.#given;
    let total = 0;
    while (this.#given < start + count) {
      const next = this.#items[this.#given];
      if (next === undefined) break;
      total += sizeOf(next);
      if (this.#given > start && total > size) break;
      this.#given += 1;
    }
    return {
      items: this.#items.slice(start, this.#given),
      done: (results) => {
        if (this.#ended) return;
        for (const [index, result] of results.entries()) this.results[start + index] = result;
        this.#missing -= results.length;
        if (this.#missing === 0) this.end();
      },
      failed: (error) => this.end(error),
    };
  }

  end(error?: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#settle(error);
  }

  readonly #abort = (): void => this.end(cancelled(this.#signal));
}

function cancelled(signal: AbortSignal | undefined): InferenceError {
  return new InferenceError('inference/cancelled', 'The call was cancelled.', { cause: signal?.reason });
}

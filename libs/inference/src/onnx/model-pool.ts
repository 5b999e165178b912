import { InferenceError } from '../inference-error.ts';
import type { RunOptions } from '../run-options.ts';
import { ModelThread } from './model-thread.ts';
import { type BatchLimits, type MicroBatch, WorkQueue } from './work-queue.ts';
import type { WorkerSetup } from './worker-messages.ts';

/**
 * How much a thread takes at once. A question waits for the micro-batch under way at most: some 2,400 characters are
 * 600 tokens, which take the default model about 60 ms on one core.
 */
const limits: BatchLimits = { items: 8, size: 2_400 };

type Place<Item, Result> = {
  thread: ModelThread<Item, Result>;
  work: Promise<void> | undefined;
  rest: NodeJS.Timeout | undefined;
};

export type PoolOptions = {
  threads: number;
  /** Milliseconds without work after which a thread gives its memory back; without it, never. */
  idleMs?: number | undefined;
};

/** Threads with the same model that work off one queue. A thread that has ended is started anew when there is work. */
export class ModelPool<Item, Result> {
  readonly #setup: WorkerSetup;
  readonly #queue: WorkQueue<Item, Result>;
  readonly #places: Place<Item, Result>[];
  readonly #idleMs: number | undefined;
  #closed = false;

  private constructor(
    setup: WorkerSetup,
    threads: readonly ModelThread<Item, Result>[],
    sizeOf: (item: Item) => number,
    idleMs: number | undefined,
  ) {
    this.#setup = setup;
    this.#idleMs = idleMs;
    this.#queue = new WorkQueue(limits, sizeOf);
    this.#places = threads.map((thread) => ({ thread, work: undefined, rest: undefined }));
    for (const place of this.#places) this.#rest(place);
  }

  /**
   * Starts the threads and loads the model in each.
   * @param sizeOf length of an item in characters, which is what its time is nearly proportional to
   */
  static async start<Item, Result>(
    setup: WorkerSetup,
    { threads, idleMs }: PoolOptions,
    sizeOf: (item: Item) => number,
  ): Promise<ModelPool<Item, Result>> {
    if (!(threads >= 1)) throw new RangeError(`A model needs a thread, not ${threads}.`);
    const starts = Array.from({ length: threads }, () => ModelThread.start<Item, Result>(setup));
    try {
      return new ModelPool(setup, await Promise.all(starts), sizeOf, idleMs);
    } catch (error) {
      for (const start of await Promise.allSettled(starts)) {
        if (start.status === 'fulfilled') await start.value.close();
      }
      throw error;
    }
  }

  /** One result an item, in their order. Errors are `InferenceError`s. */
  run(items: readonly Item[], options?: RunOptions): Promise<Result[]> {
    if (this.#closed) return Promise.reject(closedError());
    const results = this.#queue.submit(items, options);
    this.#pump();
    return results;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#queue.fail(closedError());
    await Promise.all(
      this.#places.map(async (place) => {
        clearTimeout(place.rest);
        await place.work;
        await place.thread.close();
      }),
    );
  }

  #pump(): void {
    for (const place of this.#places) {
      if (place.work !== undefined) continue;
      const batch = this.#next();
      if (batch === undefined) return;
      clearTimeout(place.rest);
      place.work = this.#work(place, batch);
    }
  }

  #next(): MicroBatch<Item, Result> | undefined {
    return this.#queue.next(this.#places.length);
  }

  /** Works as long as there is something to do; it never rejects. */
  async #work(place: Place<Item, Result>, first: MicroBatch<Item, Result>): Promise<void> {
    for (let batch: typeof first | undefined = first; batch !== undefined; batch = this.#next()) {
      try {
        if (place.thread.lost) place.thread = await ModelThread.start(this.#setup);
        batch.done(await place.thread.run(batch.items));
      } catch (error) {
        batch.failed(error as InferenceError);
      }
    }
    place.work = undefined;
    this.#rest(place);
  }

  /** Ends an idle thread after a while; work that comes meanwhile waits for the end, and starts another. */
  #rest(place: Place<Item, Result>): void {
    if (this.#idleMs === undefined || this.#closed) return;
    place.rest = setTimeout(() => (place.work = this.#end(place)), this.#idleMs).unref();
  }

  async #end(place: Place<Item, Result>): Promise<void> {
    await place.thread.close();
    place.work = undefined;
    if (!this.#closed) this.#pump();
  }
}

function closedError(): InferenceError {
  return new InferenceError('inference/closed', 'The model was closed while it was wanted.');
}

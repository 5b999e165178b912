import { Worker } from 'node:worker_threads';
import { InferenceError } from '../inference-error.ts';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.ts';

// Sources and build hold the entry under the same name but for its ending.
const sources = import.meta.url.endsWith('.ts');
const entry = new URL(sources ? './model-worker.ts' : './model-worker.js', import.meta.url);

type Waiting<Result> = { resolve: (results: Result[]) => void; reject: (error: Error) => void };

/** A thread with a loaded model. It answers one call after the other, and keeps the process alive only during a call. */
export class ModelThread<Item, Result> {
  readonly #worker: Worker;
  readonly #exit: Promise<void>;
  #waiting: Waiting<Result> | undefined;
  #lost: InferenceError | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#exit = new Promise((resolve) => worker.once('exit', () => resolve()));
  }

  /** Starts a thread and loads the model. Errors: `inference/damaged-model`, `inference/worker-lost`. */
  static async start<Item, Result>(setup: WorkerSetup): Promise<ModelThread<Item, Result>> {
    const worker = new Worker(entry, { workerData: setup, name: 'askg model' });
    const thread = new ModelThread<Item, Result>(worker);
    await new Promise<void>((resolve, reject) => {
      let refusal: InferenceError | undefined;
      worker.on('message', (reply: WorkerReply<Result>) => {
        if (reply.type === 'ready') resolve();
        else if (reply.type === 'refused') refusal = new InferenceError('inference/damaged-model', reply.detail);
        else thread.#answer(reply);
      });
      const lose = (detail: string, cause?: unknown): void => {
        thread.#lose(detail, cause);
        reject(refusal ?? new InferenceError('inference/worker-lost', detail, { cause }));
      };
      worker.once('error', (error: unknown) => lose(error instanceof Error ? error.message : String(error), error));
      worker.once('exit', (code) => lose(`The thread ended with code ${code}.`));
    });
    worker.unref();
    return thread;
  }

  /** Whether the thread has ended. */
  get lost(): boolean {
    return this.#lost !== undefined;
  }

  /** One result an item. Errors: `inference/model-failed`, `inference/worker-lost`. Not to be called while a call runs. */
  run(items: readonly Item[]): Promise<Result[]> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.ref();
      this.#send({ type: 'run', items });
    });
  }

  /** Lets the call under way end, then ends the thread. */
  async close(): Promise<void> {
    if (this.#lost !== undefined) return;
    this.#worker.ref();
    this.#send({ type: 'close' });
    await this.#exit;
  }

  #send(request: WorkerRequest<Item>): void {
    this.#worker.postMessage(request, []);
  }

  #answer(reply: Exclude<WorkerReply<Result>, { type: 'ready' | 'refused' }>): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#worker.unref();
    if (reply.type === 'done') waiting?.resolve(reply.results);
    else waiting?.reject(new InferenceError('inference/model-failed', reply.detail));
  }

  #lose(detail: string, cause: unknown): void {
    this.#lost ??= new InferenceError('inference/worker-lost', detail, { cause });
    this.#waiting?.reject(this.#lost);
    this.#waiting = undefined;
  }
}

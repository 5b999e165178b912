import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { sendQuery } from './send-query.ts';

export type PointQuery = { url: string; key: string; query: string };
/** When a query was sent, by this machine's clock, how long it took, and its status. */
export type PointAnswer = { at: number; ms: number; status: number };

/** Milliseconds between two queries; they are sent at these times whether the last one was answered or not. */
const everyMs = 100;

/** Sends the same small query again and again, from a thread of its own, until told to stop. */
export class PointQueries {
  readonly #worker: Worker;
  readonly answers: PointAnswer[] = [];

  constructor(asked: PointQuery) {
    this.#worker = new Worker(new URL(import.meta.url), { workerData: asked });
    this.#worker.on('message', (answer: PointAnswer) => this.answers.push(answer));
  }

  /** Sends no more, and resolves when the last one is answered. */
  async stop(): Promise<void> {
    const exit = once(this.#worker, 'exit');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage('stop');
    await exit;
  }
}

if (!isMainThread) {
  const { url, key, query } = workerData as PointQuery;
  const ask = async (): Promise<void> => {
    const at = Date.now();
    const { ms, status } = await sendQuery(url, key, { query }, 20_000);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage({ at, ms, status } satisfies PointAnswer);
  };
  const timer = setInterval(() => void ask(), everyMs);
  // Without the timer and the listener the thread ends when its last query is answered.
  parentPort?.once('message', () => clearInterval(timer));
}

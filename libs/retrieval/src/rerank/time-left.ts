import type { RunOptions } from '@askg/inference';
import { RetrievalError } from '../retrieval-error.ts';
import type { RerankOptions } from './reranker.ts';

/** What is left of the time that a call was given, for each of its steps. */
export class TimeLeft {
  readonly #signal: AbortSignal | undefined;
  readonly #end: number;
  readonly #now: () => number;

  /** @param now milliseconds on any steady clock */
  constructor({ signal, deadlineMs = Infinity }: RerankOptions, now: () => number) {
    this.#signal = signal;
    this.#end = now() + deadlineMs;
    this.#now = now;
  }

  /** Options for the next step, with no less than 0 ms. */
  options(): Pick<RunOptions, 'signal' | 'deadlineMs'> {
    const left = Math.max(0, this.#end - this.#now());
    return { ...(this.#signal ? { signal: this.#signal } : {}), ...(left === Infinity ? {} : { deadlineMs: left }) };
  }

  /** The same, or undefined when there is no time for a next step. */
  next(): ReturnType<TimeLeft['options']> | undefined {
    const options = this.options();
    return options.deadlineMs === 0 ? undefined : options;
  }

  get over(): boolean {
    return this.#now() >= this.#end;
  }

  /** @throws RetrievalError retrieval/cancelled when whoever called has aborted it */
  checkCancelled(cause?: unknown): void {
    if (this.#signal?.aborted) throw new RetrievalError('retrieval/cancelled', 'The search was cancelled.', { cause });
  }
}

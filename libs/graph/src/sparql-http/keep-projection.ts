import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import type { ServerProjection } from './server-projection.ts';
import type { StepReport } from './step-report.ts';

export type KeeperReport =
  /** Another process keeps the server in step. */
  | { type: 'waiting' }
  | { type: 'progress'; done: number; total: number; graph: string }
  | ({ type: 'in-step' } & StepReport)
  /** The server could not be brought in step; it is tried again after `pauseMs`. Told once for each cause. */
  | { type: 'failed'; error: unknown; pauseMs: number };

export type KeepProjectionOptions = {
  corpus: Pick<Corpus, 'commitNumber' | 'takeGraphLease' | 'projections'>;
  projection: ServerProjection;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  signal: AbortSignal;
  report: (report: KeeperReport) => void;
  /** Milliseconds between looks at the commit number; default 250. */
  pollMs?: number;
  /** Milliseconds after which the server is looked at though nothing was committed; default 2,000. */
  checkMs?: number;
  /** Milliseconds before the first attempt after a failure, doubled each time; default 500, at most 30,000. */
  pauseMs?: number;
};

const longestPauseMs = 30_000;

/** Keeps a SPARQL server in step with the corpus until the signal comes; one process at a time does, by the graph lease. */
export async function keepProjection(options: KeepProjectionOptions): Promise<void> {
  const { signal, pollMs = 250 } = options;
  const lease = await takeLease(options);
  if (lease === undefined) return;
  try {
    const keeper = new Keeper(options);
    while (!signal.aborted) {
      const pause = (await keeper.look()) ?? pollMs;
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    lease.release();
  }
}

async function takeLease({ corpus, signal, report, pollMs = 250 }: KeepProjectionOptions) {
  for (let hasSaid = false; !signal.aborted; hasSaid = true) {
    const lease = corpus.takeGraphLease();
    if (lease !== undefined) return lease;
    if (!hasSaid) report({ type: 'waiting' });
    await delay(2 * pollMs, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}

class Keeper {
  readonly #options: KeepProjectionOptions;
  #commit = -1;
  #instance: string | undefined;
  #lookedAt = -Infinity;
  #pauseMs: number | undefined;
  #toldOf: string | undefined;

  constructor(options: KeepProjectionOptions) {
    this.#options = options;
  }

  /** @returns milliseconds to wait after a failure */
  async look(): Promise<number | undefined> {
    const { corpus, projection, signal, report, now, checkMs = 2000 } = this.#options;
    try {
      // Somebody may have asked for all anew by taking the mark away.
      const isDue = corpus.commitNumber() !== this.#commit || corpus.projections.instance('sparql') !== this.#instance;
      if (!isDue && now() - this.#lookedAt < checkMs) return undefined;
      const progress = (done: number, total: number, graph: string) => report({ type: 'progress', done, total, graph });
      const step = await projection.bringInStep({ signal, progress });
      const isNews = step.put + step.dropped > 0 || this.#commit !== step.commit || this.#toldOf !== undefined;
      this.#commit = step.commit;
      this.#instance = corpus.projections.instance('sparql');
      this.#lookedAt = now();
      this.#pauseMs = undefined;
      this.#toldOf = undefined;
      if (isNews) report({ type: 'in-step', ...step });
      return undefined;
    } catch (error) {
      return signal.aborted ? undefined : this.#failed(error);
    }
  }

  #failed(error: unknown): number {
    const pauseMs = Math.min(this.#pauseMs ?? this.#options.pauseMs ?? 500, longestPauseMs);
    this.#pauseMs = pauseMs * 2;
    const cause = error instanceof CodedError ? `${error.code} ${error.message}` : String(error);
    if (cause !== this.#toldOf) this.#options.report({ type: 'failed', error, pauseMs });
    this.#toldOf = cause;
    return pauseMs;
  }
}

/** The run was ended from outside: the asker left or cancelled. */
export class RunCancelled extends Error {
  constructor() {
    super('The run was cancelled.');
    this.name = 'RunCancelled';
  }
}

/** A step took longer than it may. */
export class StepLate extends Error {
  constructor(deadlineMs: number) {
    super(`It took longer than ${deadlineMs} ms.`);
    this.name = 'StepLate';
  }
}

export type DeadlineSignal = {
  /** Aborted by the run's signal, after the deadline (with `StepLate`), or by `end`. */
  signal: AbortSignal;
  /** Stops the clock and everything that still listens. */
  end(): void;
};

/** A signal for one step of a run. */
export function deadlineSignal(deadlineMs: number, run: AbortSignal): DeadlineSignal {
  const step = new AbortController();
  const stop = (): void => step.abort(new RunCancelled());
  const timer = setTimeout(() => step.abort(new StepLate(deadlineMs)), deadlineMs);
  if (run.aborted) stop();
  run.addEventListener('abort', stop, { once: true });
  return {
    signal: step.signal,
    end: () => {
      clearTimeout(timer);
      run.removeEventListener('abort', stop);
      step.abort(new RunCancelled());
    },
  };
}

/**
 * Waits for work, but not beyond the signal: the caller goes on at once even if the work is slow to notice.
 * @throws StepLate when the signal was aborted by a deadline, RunCancelled when by anything else
 */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const ended = Promise.withResolvers<never>();
  const stop = (): void => ended.reject(signal.reason instanceof StepLate ? signal.reason : new RunCancelled());
  // Whoever loses the race may still fail later, when nobody is left to hear of it.
  work.catch(() => {});
  ended.promise.catch(() => {});
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([ended.promise, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Runs a step with a signal of its own, and waits no longer than its deadline. @throws as `orAborted`, and what it throws */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  deadlineMs: number,
  run: AbortSignal,
): Promise<T> {
  const step = deadlineSignal(deadlineMs, run);
  try {
    return await orAborted(work(step.signal), step.signal);
  } finally {
    step.end();
  }
}

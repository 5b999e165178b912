import type { AskEvent } from '@askg/contract';

/** Milliseconds that a cancelled run may take to say so itself. */
const patienceMs = 100;

export type PromptEndOptions = {
  run: string;
  signal: AbortSignal;
  /** Milliseconds since the question came in. */
  ms: () => number;
};

/**
 * The events of a run, which end in time when it is cancelled: a source that does not stop within 100 ms is let go, and
 * `cancelled` is said in its place. What comes after an end is dropped, so that exactly one is seen.
 */
export async function* promptEnd(source: AsyncIterable<AskEvent>, options: PromptEndOptions): AsyncGenerator<AskEvent> {
  const { run, signal, ms } = options;
  const events = source[Symbol.asyncIterator]();
  const late = lateAbort(signal);
  try {
    for (;;) {
      const next = events.next();
      // A source that was let go may still fail, unheard.
      next.catch(() => undefined);
      const result = await Promise.race([next, late.promise]);
      if (result === undefined || result.done === true) break;
      yield result.value;
      if (isEnd(result.value)) return;
    }
    if (!signal.aborted) throw new Error('The run ended without an end.');
    yield { event: 'cancelled', run, ms: ms() };
  } finally {
    late.stop();
    void Promise.resolve(events.return?.()).catch(() => undefined);
  }
}

/** Whether this is the last event of its run. */
export function isEnd({ event }: AskEvent): boolean {
  return event === 'done' || event === 'failed' || event === 'cancelled';
}

/** Resolves some time after the signal has aborted. */
function lateAbort(signal: AbortSignal): { promise: Promise<undefined>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  };
  if (signal.aborted) start();
  else signal.addEventListener('abort', start, { once: true });
  return {
    promise,
    stop: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', start);
    },
  };
}

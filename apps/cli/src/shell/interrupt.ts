export type Interrupt = {
  /** Aborted by the first Ctrl-C or SIGTERM. */
  stop: AbortSignal;
  /** Aborted by the second. */
  abort: AbortSignal;
  release(): void;
};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns signals into two steps: to end in good order, and to end at once. @param onStop says what the first one does */
export function listenForInterrupt(onStop: () => void): Interrupt {
  const stop = new AbortController();
  const abort = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) return abort.abort();
    onStop();
    stop.abort();
  };
  for (const signal of signals) process.on(signal, interrupt);
  return {
    stop: stop.signal,
    abort: abort.signal,
    release: () => {
      for (const signal of signals) process.removeListener(signal, interrupt);
    },
  };
}

/** The signal, and a time limit in milliseconds. */
export function within(signal: AbortSignal, ms = 120_000): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(ms)]);
}

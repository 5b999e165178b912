import { RetrievalError } from './retrieval-error.ts';

/**
 * What a promise gives, unless the signal is aborted first. The work behind it goes on unheard: engines that cannot be
 * stopped are left to finish.
 * @throws RetrievalError retrieval/cancelled
 */
export async function cancellable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void =>
    reject(new RetrievalError('retrieval/cancelled', 'The search was cancelled.', { cause: signal.reason }));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  work.catch(() => {});
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

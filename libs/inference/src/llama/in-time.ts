import { InferenceError } from '../inference-error.ts';
import type { RunOptions } from '../run-options.ts';

/**
 * What a promise gives, unless it is cancelled or the time is up first; the work behind it goes on unheard, since the engine cannot
 * stop within a prompt. Errors: `inference/cancelled`, `inference/deadline`.
 */
export async function inTime<T>(work: Promise<T>, { signal, deadlineMs }: RunOptions): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const cancel = (): void =>
    reject(new InferenceError('inference/cancelled', 'The call was cancelled.', { cause: signal?.reason }));
  const late = (): void =>
    reject(new InferenceError('inference/deadline', `The model did not answer within ${deadlineMs} ms.`));
  const timer = deadlineMs === undefined ? undefined : setTimeout(late, deadlineMs);
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancel();
  work.catch(() => undefined);
  try {
    return await Promise.race([ended, work]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}

import { setImmediate } from 'node:timers/promises';
import { RetrievalError } from '../retrieval-error.ts';

/** Lets others run, and goes on unless the work was cancelled. @throws RetrievalError retrieval/cancelled */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted) {
    throw new RetrievalError('retrieval/cancelled', 'The indexing was cancelled.', { cause: signal.reason });
  }
}

import { diagnoseEmpty } from '../validate/diagnose-empty.ts';
import type { TryContext } from './try-plans.ts';

/** Milliseconds for each small query of a diagnosis, which is told only when it comes in time. */
const perPartMs = 300;

/** The condition that empties a query which found nothing; undefined when it is not found in time. */
export async function emptyingPart(
  sparql: string,
  { store, options, remaining }: Pick<TryContext, 'store' | 'options' | 'remaining'>,
): Promise<string | undefined> {
  const deadlineMs = Math.min(perPartMs, remaining());
  if (deadlineMs <= 0) return undefined;
  try {
    return (await diagnoseEmpty(store, sparql, { ...options, deadlineMs }))?.by;
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    return undefined;
  }
}

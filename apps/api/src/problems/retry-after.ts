import { GraphError } from '@askg/graph';

/** Seconds after which it is worth asking again, for problems that pass by themselves. */
const usual = 2;

/** Seconds for the `Retry-After` header of a problem, where asking again later helps. */
export function retryAfter(error: unknown, status: number): number | undefined {
  const known = error instanceof GraphError ? error.retryAfterMs : undefined;
  if (known !== undefined) return Math.max(1, Math.ceil(known / 1000));
  return status === 429 || status === 503 ? usual : undefined;
}

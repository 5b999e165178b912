import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from '../api-error.ts';

/**
 * The key in the `Authorization` header (RFC 6750); nothing when there is no such header.
 * @throws ApiError `api/bad-key` for a header of another kind: it must not pass for a request without a key
 */
export function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  if (authorization === undefined) return undefined;
  const key = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i.exec(authorization)?.[1];
  if (key !== undefined) return key;
  throw new ApiError('api/bad-key', 'The Authorization header does not hold a bearer key.');
}

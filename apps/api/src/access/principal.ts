import type { Request } from 'express';
import type { Scope } from '@askg/corpus';
import { ApiError } from '../api-error.ts';

/** Who makes a request, and what that caller may read and do. */
export type Principal = {
  /** For budgets and logs: the same caller has the same id. It holds no secret. */
  id: string;
  /** Ids of the collections that may be read; absent where everything may. */
  collections?: readonly number[];
  scopes: ReadonlySet<Scope>;
  /** No key was sent. */
  isAnonymous: boolean;
};

const principals = new WeakMap<Request, Principal>();

/** Says who makes this request. Once, by the middleware that finds it out. */
export function setPrincipal(request: Request, principal: Principal): void {
  principals.set(request, principal);
}

/** @throws ApiError `api/internal` for a request that has not passed the middleware: it must not be taken for anybody's */
export function principalOf(request: Request): Principal {
  const principal = principals.get(request);
  if (principal) return principal;
  throw new ApiError('api/internal', 'Nobody has found out who makes this request.');
}

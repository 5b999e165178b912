import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../api-error.ts';
import { isForeignOrigin } from './foreign-origin.ts';
import { hostsOf } from './hosts-of.ts';
import { sharedMethods, shareWithOtherOrigins, tellPreflight } from './shared-reading.ts';

/** The trace id of the request that a response belongs to. */
export function traceOf(response: Response): string {
  return String(response.locals['trace'] ?? '');
}

/** What is only posted: questions, and what is said and asked about answers. */
const posted = /^\/(api\/(ask|feedback|answers\/[^/]+\/rerun)|a\/[^/]+\/(feedback|rerun))$/;

/** Methods by path; everything but queries, questions, runs, feedback and the status of papers is only read. */
function allowedMethods(path: string): string[] {
  if (/^\/sparql(\/[^/]+)?$/.test(path)) return ['GET', 'HEAD', 'POST', 'OPTIONS'];
  if (posted.test(path)) return ['POST', 'OPTIONS'];
  if (/^\/api\/papers\/[^/]+\/status$/.test(path)) return ['GET', 'HEAD', 'PUT', 'OPTIONS'];
  return /^\/api\/runs\/[^/]+$/.test(path) ? ['DELETE', 'OPTIONS'] : ['GET', 'HEAD', 'OPTIONS'];
}

/**
 * The door that every request passes: gives it a trace id, then checks host, origin, method and path. Pages of other
 * origins are refused, preflight requests included, but for reading what the operator has published.
 */
export function admission(isAllowedHost: (host: string | undefined) => boolean, isPublished = false) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const trace = randomUUID();
    response.locals['trace'] = trace;
    response.setHeader('askg-trace', trace);
    const shared = isPublished ? sharedMethods(request.path) : [];
    const isShared = shared.includes(request.method);
    if (isShared) shareWithOtherOrigins(response);
    if (!hostsOf(request).every(isAllowedHost)) {
      next(new ApiError('api/host-refused', 'This server does not answer under the name in the Host header.'));
    } else if (!isShared && isForeignOrigin(request.headers)) {
      next(new ApiError('api/origin-refused', 'The request comes from a page of another origin.'));
    } else {
      if (isShared && request.method === 'OPTIONS') tellPreflight(response, shared);
      checkTarget(request, response, next);
    }
  };
}

function checkTarget(request: Request, response: Response, next: NextFunction): void {
  if (!isWellFormed(request.path)) {
    next(new ApiError('api/bad-path', 'The path holds a broken percent-encoding, or bytes that are not UTF-8.'));
    return;
  }
  const methods = allowedMethods(request.path);
  if (!methods.includes(request.method)) {
    response.setHeader('Allow', methods.join(', '));
    next(new ApiError('api/method-not-allowed', `Methods here: ${methods.join(', ')}.`));
  } else if (request.method === 'OPTIONS') {
    response.setHeader('Allow', methods.join(', '));
    response.status(204).end();
  } else next();
}

function isWellFormed(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

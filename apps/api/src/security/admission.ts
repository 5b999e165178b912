import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../api-error.ts';
import { isForeignOrigin } from './foreign-origin.ts';

/** The trace id of the request that a response belongs to. */
export function traceOf(response: Response): string {
  return String(response.locals['trace'] ?? '');
}

/** Methods by path; everything but queries, questions and runs is only read. */
function allowedMethods(path: string): string[] {
  if (path === '/sparql') return ['GET', 'HEAD', 'POST', 'OPTIONS'];
  if (path === '/api/ask') return ['POST', 'OPTIONS'];
  return /^\/api\/runs\/[^/]+$/.test(path) ? ['DELETE', 'OPTIONS'] : ['GET', 'HEAD', 'OPTIONS'];
}

/**
 * The door that every request passes: gives it a trace id, then checks host, origin, method and path. No header for
 * other origins is ever sent, so a preflight request ends here as well.
 */
export function admission(isAllowedHost: (host: string | undefined) => boolean) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const trace = randomUUID();
    response.locals['trace'] = trace;
    response.setHeader('askg-trace', trace);
    if (!isAllowedHost(request.headers.host)) {
      next(new ApiError('api/host-refused', 'This server does not answer under the name in the Host header.'));
    } else if (isForeignOrigin(request.headers)) {
      next(new ApiError('api/origin-refused', 'The request comes from a page of another origin.'));
    } else checkTarget(request, response, next);
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

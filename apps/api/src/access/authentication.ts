import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Corpus, Scope } from '@askg/corpus';
import { ApiError } from '../api-error.ts';
import type { Anonymous } from './anonymous.ts';
import { bearerOf } from './bearer.ts';
import { clientAddress } from './client-address.ts';
import { type Principal, setPrincipal } from './principal.ts';

export type AccessSettings = {
  anonymous: Anonymous;
  /** How many proxies in front write the `X-Forwarded-For` header. */
  proxies: number;
  /** Opens everything: for the owner of the corpus, who finds it in the folder. */
  ownerKey?: string;
};

const reading: ReadonlySet<Scope> = new Set(['read']);
const owning: ReadonlySet<Scope> = new Set(['read', 'ask-model', 'curate']);

/** What says nothing of any paper is open to everybody: health, the vocabulary, this interface, styles and scripts. */
const openPaths = /^\/(health\/(live|ready)|ontology(\/[^/]+)?|robots\.txt|api\/openapi\.json|assets\/[^/]+)$/;

/**
 * Finds out who makes each request. A key that is not known is refused: whoever sends one does not want to be answered as
 * somebody else. Responses differ by key, and caches are told so.
 */
export function authentication(corpus: Pick<Corpus, 'keys' | 'collections'>, settings: AccessSettings) {
  return (request: Request, response: Response, next: NextFunction): void => {
    response.vary('Authorization');
    try {
      setPrincipal(request, identify(request, corpus, settings));
    } catch (error) {
      if (error instanceof ApiError) response.setHeader('WWW-Authenticate', challengeOf(error));
      next(error);
      return;
    }
    next();
  };
}

function identify(
  request: Request,
  { keys, collections }: Pick<Corpus, 'keys' | 'collections'>,
  { anonymous, proxies, ownerKey }: AccessSettings,
): Principal {
  const key = bearerOf(request.headers);
  if (key !== undefined) {
    if (ownerKey !== undefined && isSame(key, ownerKey)) return { id: 'key:owner', scopes: owning, isAnonymous: false };
    const holder = keys.holder(key);
    if (!holder) throw new ApiError('api/bad-key', 'The key is not known here, or was revoked.');
    return { ...holder, id: `key:${holder.id}`, scopes: new Set(holder.scopes), isAnonymous: false };
  }
  const nobody = { id: clientAddress(request, proxies), scopes: reading, isAnonymous: true };
  if (anonymous === 'all') return nobody;
  if (anonymous === 'none' && !openPaths.test(request.path)) {
    throw new ApiError('api/key-needed', 'Nothing can be read here without a key.');
  }
  const names = anonymous === 'none' ? [] : anonymous;
  // Looked up each time: a collection may be made, or deleted, while the server runs.
  return { ...nobody, collections: names.flatMap((name) => collections.idOf(name) ?? []) };
}

/** Takes as long for a key that begins rightly as for any other. */
function isSame(key: string, other: string): boolean {
  return timingSafeEqual(digestOf(key), digestOf(other));
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function challengeOf({ code }: ApiError): string {
  return code === 'api/bad-key' ? 'Bearer realm="askg", error="invalid_token"' : 'Bearer realm="askg"';
}

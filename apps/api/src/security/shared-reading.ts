import type { Response } from 'express';

/** Routes that only read the corpus, and start nothing that costs more than a query. */
const readRoutes =
  /^\/(sparql(\/[^/]+)?|id\/.+|ontology(\/.*)?|void|\.well-known\/void|api\/(papers(\/.+)?|search|openapi\.json))$/;

/** Methods by which pages of other origins may read what is at this path once the operator has published it; none elsewhere. */
export function sharedMethods(path: string): readonly string[] {
  if (!readRoutes.test(path)) return [];
  return path.startsWith('/sparql') ? ['GET', 'HEAD', 'POST', 'OPTIONS'] : ['GET', 'HEAD', 'OPTIONS'];
}

/**
 * Headers that let pages of any origin read a response, a refusal included. No credentials go with such a request: a
 * browser adds none to an answer for `*`, and a key has to be sent by the page itself.
 */
export function shareWithOtherOrigins(response: Response): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'ETag, askg-commit, askg-trace, askg-degraded, Retry-After');
  // Helmet has said that nobody else may load it.
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** What a preflight request is told besides (https://fetch.spec.whatwg.org/#http-cors-protocol). */
export function tellPreflight(response: Response, methods: readonly string[]): void {
  response.setHeader('Access-Control-Allow-Methods', methods.join(', '));
  response.setHeader('Access-Control-Allow-Headers', 'Accept, Authorization, Content-Type, If-None-Match');
  response.setHeader('Access-Control-Max-Age', '86400');
}

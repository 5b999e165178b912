import type { Request, Response } from 'express';
import { matches } from './conditional.ts';

/** A whole representation of a resource, ready to be sent. */
export type Representation = {
  mediaType: string;
  /** Made only when the client does not have it already. */
  body: string | (() => string | Uint8Array | Promise<string | Uint8Array>);
  /** Entity tag; without one the response is not kept by anybody. */
  etag?: string;
};

/**
 * Sends a representation, or 304 when the client's copy still holds. Caches may keep it and have to ask each time, as
 * the next commit may change it.
 */
export async function send(request: Request, response: Response, representation: Representation): Promise<void> {
  const { mediaType, body, etag } = representation;
  if (etag !== undefined && matches(request.headers['if-none-match'], etag)) {
    setCaching(response, etag);
    response.status(304).end();
    return;
  }
  const text = typeof body === 'string' ? body : await body();
  setCaching(response, etag);
  sendText(request, response, mediaType, text);
}

/** Headers that tell caches what they may do with a response that depends on the `Accept` header. */
export function setCaching(response: Response, etag: string | undefined): void {
  response.vary('Accept');
  response.setHeader('Cache-Control', etag === undefined ? 'no-store' : 'no-cache');
  if (etag !== undefined) response.setHeader('ETag', etag);
}

/** Text types say that they are UTF-8, if they do not yet; the others are defined so, or take no such parameter. */
export function sendText(request: Request, response: Response, mediaType: string, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  response.setHeader('Content-Type', /^text\/[^;]*$/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType);
  response.setHeader('Content-Length', bytes.byteLength);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

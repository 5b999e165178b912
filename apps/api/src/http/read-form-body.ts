import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import { readBody } from './read-body.ts';

const bodyLimit = 20_000;

/**
 * The fields of a form that a page of this server has posted. Pages of other origins can post forms too, so the browser has to
 * say where this one comes from; whether that is here, the admission has checked.
 * @throws ApiError `api/origin-refused`, `api/unsupported-media-type`, `api/body-too-large`, `api/bad-body`
 */
export async function readFormBody(request: IncomingMessage): Promise<URLSearchParams> {
  const { origin, 'sec-fetch-site': site, 'content-type': type = '' } = request.headers;
  if (origin === undefined && site !== 'same-origin') {
    throw new ApiError('api/origin-refused', 'A form has to be sent by a page of this server; programs send JSON.');
  }
  if (type.toLowerCase().split(';')[0]?.trim() !== 'application/x-www-form-urlencoded') {
    throw new ApiError('api/unsupported-media-type', 'The body has to be application/x-www-form-urlencoded.');
  }
  return new URLSearchParams(await readBody(request, bodyLimit));
}

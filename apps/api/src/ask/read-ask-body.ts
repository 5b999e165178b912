import type { IncomingMessage } from 'node:http';
import { readJsonBody } from '../http/read-json-body.ts';
import { AskBody } from './ask-body.ts';

/**
 * The question in a request.
 * @throws ApiError `api/unsupported-media-type`, `api/body-too-large`, `api/bad-body`, `api/bad-request`
 */
export function readAskBody(request: IncomingMessage): Promise<AskBody> {
  return readJsonBody(request, AskBody);
}

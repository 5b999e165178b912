import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import { readBody } from '../http/read-body.ts';
import { AskBody } from './ask-body.ts';

/** Most bytes of a posted question; a question itself is far shorter. */
const bodyLimit = 100_000;

/**
 * The question in a request. Only `application/json` is taken: a form of a foreign page cannot send it.
 * @throws ApiError `api/unsupported-media-type`, `api/body-too-large`, `api/bad-body`, `api/bad-request`
 */
export async function readAskBody(request: IncomingMessage): Promise<AskBody> {
  const [mediaType = '', charset = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (mediaType.trim() !== 'application/json' || !/^(\s*charset="?utf-?8"?)?\s*$/.test(charset)) {
    throw new ApiError('api/unsupported-media-type', 'The body has to be application/json.');
  }
  const parsed = AskBody.safeParse(parse(await readBody(request, bodyLimit)));
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new ApiError('api/bad-request', complaints.join('; '));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError('api/bad-body', 'The body is not valid JSON.', { cause });
  }
}

import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { ApiError } from '../api-error.ts';
import { readBody } from './read-body.ts';

/** Most bytes of a posted question or judgement; they themselves are far shorter. */
const bodyLimit = 100_000;

/**
 * The JSON of a request, in this shape. Only `application/json` is taken: a form of a foreign page cannot send it.
 * @throws ApiError `api/unsupported-media-type`, `api/body-too-large`, `api/bad-body`, `api/bad-request`
 */
export async function readJsonBody<Shape extends z.ZodType>(
  request: IncomingMessage,
  shape: Shape,
): Promise<z.output<Shape>> {
  const [mediaType = '', charset = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (mediaType.trim() !== 'application/json' || !/^(\s*charset="?utf-?8"?)?\s*$/.test(charset)) {
    throw new ApiError('api/unsupported-media-type', 'The body has to be application/json.');
  }
  return inShape(parse(await readBody(request, bodyLimit)), shape);
}

/** @throws ApiError `api/bad-request` */
export function inShape<Shape extends z.ZodType>(value: unknown, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(value);
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

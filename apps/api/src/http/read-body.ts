import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';

/**
 * The body of a request as text, counted while it arrives: a larger one is refused however long it says it is.
 *
 * @param limit most bytes taken
 * @throws ApiError `api/body-too-large`, `api/bad-body` (not UTF-8), `api/unsupported-media-type` (compressed)
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new ApiError('api/unsupported-media-type', 'A body with a content encoding is not taken.');
  }
  const tooLarge = () => new ApiError('api/body-too-large', `A body may have at most ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Destroying the request would close the socket before the refusal is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new ApiError('api/bad-body', 'The bytes are not valid UTF-8.', { cause });
  }
}

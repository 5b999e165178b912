import { constants, gunzipSync } from 'node:zlib';
import { DdmError } from '../../ddm-error.ts';

/** Whether the bytes begin as a gzip file does (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * What a gzip file holds. The bytes that come out are counted, whatever the file says of its size.
 * @param limit most bytes that may come out
 * @throws DdmError `ddm/too-large`, `ddm/malformed-gzip`
 */
export function inflate(bytes: Uint8Array, limit: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') {
      throw new DdmError('ddm/too-large', `The file inflates to more than ${limit} bytes.`, { cause });
    }
    throw new DdmError('ddm/malformed-gzip', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Compressed bytes that are enough to see what a file is; a bomb cannot make much of so few. */
const headBytes = 16 * 1024;
/** What is looked at of the bytes that come out. */
const shownBytes = 64 * 1024;
/** A bomb gives about a thousand bytes for one. */
const mostInflated = 32 * 1024 * 1024;

/** The first bytes that a gzip file holds, as far as its own first bytes give them; none where they are damaged. */
export function inflateHead(bytes: Uint8Array): Buffer {
  try {
    const limits = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostInflated };
    return gunzipSync(bytes.subarray(0, headBytes), limits).subarray(0, shownBytes);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The first bytes of what a file holds: of a gzip file those that come out of it. */
export function contentHead(bytes: Uint8Array): Uint8Array {
  return isGzip(bytes) ? inflateHead(bytes) : bytes.subarray(0, shownBytes);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

import { RetrievalError } from '../retrieval-error.ts';

/** What a node said. */
export type ServerReply = { status: number; text: string; retryAfterMs: number | undefined };

/** Overloaded, or a node or a part of the index is just being replaced by another. */
const passing = new Set([429, 502, 503, 504]);

export function isPassing({ status }: { status: number }): boolean {
  return passing.has(status);
}

/** The reply as the error that it is. */
export function toServerError({ status, text }: ServerReply, request: string): RetrievalError {
  const { type, reason } = reasonOf(text);
  const detail = `${request}: ${status}${reason === undefined ? '' : `, ${reason}`}`;
  if (isPassing({ status })) return new RetrievalError('retrieval/unreachable', detail);
  return new RetrievalError(isBlock(type) ? 'retrieval/not-writable' : 'retrieval/server-refused', detail);
}

/** A full disk makes the server block every index that is on it. */
export function isBlock(type: string | undefined): boolean {
  return type === 'cluster_block_exception';
}

type ErrorBody = { type?: string; reason?: string; root_cause?: { type?: string; reason?: string }[] };

/** The innermost reason of an error of the server; only the beginning, since it may hold the whole request. */
function reasonOf(text: string): ErrorBody {
  try {
    const { error } = JSON.parse(text) as { error?: ErrorBody | string };
    if (typeof error === 'string') return { reason: error.slice(0, mostCharacters) };
    const cause = error?.root_cause?.[0] ?? error;
    return {
      ...(cause?.type === undefined ? {} : { type: cause.type }),
      ...(cause?.reason === undefined ? {} : { reason: cause.reason.slice(0, mostCharacters) }),
    };
  } catch {
    return text === '' ? {} : { reason: text.slice(0, mostCharacters) };
  }
}

const mostCharacters = 300;

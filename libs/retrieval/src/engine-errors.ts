import { RetrievalError } from './retrieval-error.ts';

/** Errors of the system that say that nothing can be written, and as Lance words them. */
const notWritable =
  /\b(?:ENOSPC|EDQUOT|EROFS|EACCES|EPERM)\b|No space left|quota exceeded|Read-only file system|Permission denied/i;

/** An error of the file system or of an engine, which have no codes of ours. */
export function toRetrievalError(cause: unknown): RetrievalError {
  if (cause instanceof RetrievalError) return cause;
  const { code, message } = (typeof cause === 'object' ? cause : {}) as { code?: unknown; message?: unknown };
  const detail = typeof message === 'string' ? message : String(cause);
  const isFull = notWritable.test(`${String(code)} ${detail}`);
  return new RetrievalError(isFull ? 'retrieval/not-writable' : 'retrieval/damaged-index', detail, { cause });
}

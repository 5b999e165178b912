import { CorpusError, type CorpusErrorCode } from '../corpus-error.ts';

const bySystemCode: Record<string, CorpusErrorCode> = {
  ENOSPC: 'corpus/disk-full',
  EDQUOT: 'corpus/disk-full',
  EFBIG: 'corpus/disk-full',
  EROFS: 'corpus/read-only',
  EACCES: 'corpus/read-only',
  EPERM: 'corpus/read-only',
};

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html. */
const bySqliteCode: Record<number, CorpusErrorCode> = {
  5: 'corpus/locked',
  6: 'corpus/locked',
  8: 'corpus/read-only',
  11: 'corpus/damaged-catalog',
  13: 'corpus/disk-full',
  14: 'corpus/read-only',
  26: 'corpus/damaged-catalog',
};

/** The error as one of this package where the system or SQLite says why; any other error as it is. */
export function toCorpusError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof CorpusError) return error;
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  const known = (code === undefined ? undefined : bySystemCode[code]) ?? bySqliteCode[(errcode ?? 0) & 0xff];
  return known ? new CorpusError(known, `${path}: ${error.message}`, { cause: error }) : error;
}

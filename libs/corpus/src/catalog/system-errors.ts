import { CorpusError, type CorpusErrorCode } from '../corpus-error.ts';

const bySystemCode: Record<string, CorpusErrorCode> = {
  ENOSPC: 'corpus/disk-full',
  EDQUOT: 'corpus/disk-full',
  EFBIG: 'corpus/disk-full',
  EROFS: 'corpus/read-only',
  EACCES: 'corpus/read-only',
  EPERM: 'corpus/read-only',
};

/** Primary and extended result codes of SQLite: https://www.sqlite.org/rescode.html. */
const bySqliteCode: Record<number, CorpusErrorCode> = {
  5: 'corpus/locked',
  6: 'corpus/locked',
  8: 'corpus/read-only',
  11: 'corpus/damaged-catalog',
  13: 'corpus/disk-full',
  14: 'corpus/read-only',
  26: 'corpus/damaged-catalog',
  // A read that ends before the page does, and writes that end at a quota or a limit of file size.
  522: 'corpus/damaged-catalog',
  778: 'corpus/disk-full',
  4874: 'corpus/disk-full',
};

/** The error as one of this package where the system or SQLite says why; any other error as it is. */
export function toCorpusError(error: unknown, path: string): unknown {
  // By shape: an error of the system may come from another realm, whose Error is another class.
  if (typeof error !== 'object' || error === null || error instanceof CorpusError) return error;
  const { message, code, errcode = 0 } = error as { message?: string; code?: string; errcode?: number };
  const known =
    (code === undefined ? undefined : bySystemCode[code]) ?? bySqliteCode[errcode] ?? bySqliteCode[errcode & 0xff];
  return known ? new CorpusError(known, `${path}: ${message}`, { cause: error }) : error;
}

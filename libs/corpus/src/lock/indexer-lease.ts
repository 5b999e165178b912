import { join } from 'node:path';
import { type FileLock, tryLock } from '../catalog/file-lock.ts';

/** The right to write the projections of the corpus in this folder: one process has it, until `release` or its end. */
export function takeIndexerLease(folder: string): FileLock | undefined {
  return tryLock(join(folder, 'indexer.lock.sqlite'), 'exclusive');
}

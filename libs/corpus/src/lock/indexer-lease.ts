import { join } from 'node:path';
import { type FileLock, tryLock } from '../catalog/file-lock.ts';

/** The right to write the passages and vectors of the corpus in this folder: one process has it, until `release` or its end. */
export function takeIndexerLease(folder: string): FileLock | undefined {
  return tryLock(join(folder, 'indexer.lock.sqlite'), 'exclusive');
}

/** The right to bring a SPARQL server in step with the corpus in this folder, kept in the same way. */
export function takeGraphLease(folder: string): FileLock | undefined {
  return tryLock(join(folder, 'graph.lock.sqlite'), 'exclusive');
}

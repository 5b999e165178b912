import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { toCorpusError } from './system-errors.ts';

const statements = {
  exclusive: 'BEGIN EXCLUSIVE',
  // A read within a transaction keeps its shared lock until the end.
  shared: 'BEGIN; SELECT count(*) FROM sqlite_schema;',
};

export type FileLock = { release(): void };

/** A lock is held until it is released, also by those who have forgotten it: a database that is collected is closed. */
const heldLocks = new Set<DatabaseSync>();

/**
 * Takes a lock if it is free now. The file is an empty database that is only there to be locked: in rollback mode its locks
 * are locks of the operating system, which end with the process that holds them, however it ends.
 */
export function tryLock(path: string, kind: 'shared' | 'exclusive'): FileLock | undefined {
  let database: DatabaseSync | undefined;
  try {
    const before = inode(path);
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec(statements[kind]);
    // The folder may have been replaced meanwhile; a lock on a file that nobody else sees protects nothing.
    if (before !== undefined && before !== inode(path)) {
      database.close();
      return undefined;
    }
    const held = database;
    heldLocks.add(held);
    return {
      release: () => {
        heldLocks.delete(held);
        if (held.isOpen) held.close();
      },
    };
  } catch (error) {
    database?.close();
    if (isBusy(error)) return undefined;
    throw toCorpusError(error, path);
  }
}

function inode(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}

function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;
}

import { DatabaseSync, type SQLInputValue, backup } from 'node:sqlite';
import { toCorpusError } from './system-errors.ts';

export { backup };
export type Database = DatabaseSync;
export type Value = SQLInputValue;

/** Milliseconds that a writer waits for another before it gives up. */
const busyTimeoutMs = 30_000;

/** Opens a database for durable writing: a commit is on the disk when it returns. */
export function openDatabase(path: string, readOnly: boolean): Database {
  return guarded(path, () => {
    const database = new DatabaseSync(path, { readOnly, timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return database;
  });
}

/** Runs the steps in one write transaction: all of it happens, or nothing. */
export function transaction<T>(database: Database, steps: () => T): T {
  return guarded('catalog.sqlite', () => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = steps();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  });
}

/** Turns what SQLite and the system throw into errors of this package. */
export function guarded<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw toCorpusError(error, path);
  }
}

/**
 * A database that is only there to be locked. In rollback mode its locks are locks of the operating system on one file,
 * which end with the process that holds them, however it ends.
 */
export function openLockDatabase(path: string): Database {
  return guarded(path, () => {
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      database.exec('CREATE TABLE IF NOT EXISTS held (slot INTEGER) STRICT');
    } catch (error) {
      // Whoever holds the lock alone has made the table.
      if (!isBusy(error)) throw error;
    }
    return database;
  });
}

/** Takes the lock if it is free now; it is held until the database is closed. */
export function tryLock(database: Database, kind: 'shared' | 'exclusive'): boolean {
  try {
    database.exec(kind === 'exclusive' ? 'BEGIN EXCLUSIVE' : 'BEGIN; SELECT count(*) FROM held;');
    return true;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (isBusy(error)) return false;
    throw toCorpusError(error, 'lock.sqlite');
  }
}

function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;
}

import { CorpusError } from '../corpus-error.ts';
import { type Database, openLockDatabase, tryLock } from '../catalog/sqlite.ts';
import { runningServer } from './server-lock.ts';

/** Milliseconds that maintenance waits for commands that are about to end. */
const patienceMs = 3000;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Held by everybody who has the corpus open; maintenance has it alone. The operating system frees it with the process. */
export class CorpusLock {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

  /** @throws CorpusError corpus/locked, with the address of the server where one runs */
  static take(path: string, kind: 'shared' | 'exclusive', folder: string): CorpusLock {
    const database = openLockDatabase(path);
    for (let waited = 0; ; waited += 50) {
      if (tryLock(database, kind)) return new CorpusLock(database);
      if (waited >= patienceMs) break;
      Atomics.wait(sleeper, 0, 0, 50);
    }
    database.close();
    const server = runningServer(folder);
    const holder = server ? `the server at ${server.url} (process ${server.pid})` : 'another askg command';
    throw new CorpusError(
      'corpus/locked',
      kind === 'exclusive' ? `It is used by ${holder}.` : 'Maintenance (restore, rebase or gc) is under way.',
    );
  }

  release(): void {
    this.#database.close();
  }
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError } from '../corpus-error.ts';
import { openLockDatabase, tryLock } from '../catalog/sqlite.ts';

export type RunningServer = { url: string; pid: number };

const lockFile = 'server.lock.sqlite';
const addressFile = 'server.json';

/**
 * Says that this process serves the corpus, until `release` or its end.
 * @throws CorpusError corpus/locked when another process does
 */
export function announceServer(folder: string, server: RunningServer): { release(): void } {
  const database = openLockDatabase(join(folder, lockFile));
  if (!tryLock(database, 'exclusive')) {
    database.close();
    const other = runningServer(folder);
    throw new CorpusError(
      'corpus/locked',
      `It is served already${other ? ` at ${other.url} (process ${other.pid})` : ''}.`,
    );
  }
  writeFileSync(join(folder, addressFile), JSON.stringify(server));
  return { release: () => database.close() };
}

/** The server that serves this corpus now; a stale address file without its lock counts for nothing. */
export function runningServer(folder: string): RunningServer | undefined {
  const path = join(folder, addressFile);
  if (!existsSync(path) || !existsSync(join(folder, lockFile))) return undefined;
  const database = openLockDatabase(join(folder, lockFile));
  try {
    if (tryLock(database, 'shared')) return undefined;
    return JSON.parse(readFileSync(path, 'utf8')) as RunningServer;
  } finally {
    database.close();
  }
}

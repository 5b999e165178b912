import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError } from '../corpus-error.ts';
import { tryLock } from '../catalog/file-lock.ts';
import { guarded } from '../catalog/sqlite.ts';
import { waitForLock } from './wait-for-lock.ts';

/** `key` opens everything at the server; it is new each time the server starts. */
export type RunningServer = { url: string; pid: number; key?: string };

const lockFile = 'server.lock.sqlite';
const addressFile = 'server.json';
/** Whoever asks for the running server holds the lock for a moment. */
const patienceMs = 200;

/**
 * Says that this process serves the corpus, until `release` or its end.
 * @throws CorpusError corpus/locked when another does, corpus/read-only, corpus/disk-full
 */
export function announceServer(folder: string, server: RunningServer): { release(): void } {
  const lock = waitForLock(join(folder, lockFile), 'exclusive', patienceMs);
  if (!lock) {
    const other = runningServer(folder);
    throw new CorpusError(
      'corpus/locked',
      `It is served already${other ? ` at ${other.url} (process ${other.pid})` : ''}.`,
    );
  }
  const address = join(folder, addressFile);
  try {
    guarded(address, () => {
      writeFileSync(`${address}.new`, JSON.stringify(server), { mode: 0o600 });
      renameSync(`${address}.new`, address);
    });
  } catch (error) {
    rmSync(`${address}.new`, { force: true });
    lock.release();
    throw error;
  }
  return {
    release: () => {
      rmSync(address, { force: true });
      lock.release();
    },
  };
}

/** The server that serves this corpus now; a stale address file without its lock counts for nothing. */
export function runningServer(folder: string): RunningServer | undefined {
  const path = join(folder, addressFile);
  if (!existsSync(path) || !existsSync(join(folder, lockFile))) return undefined;
  const lock = tryLock(join(folder, lockFile), 'shared');
  lock?.release();
  return lock ? undefined : (JSON.parse(readFileSync(path, 'utf8')) as RunningServer);
}

import type { FileLock } from '../catalog/file-lock.ts';
import { CorpusError } from '../corpus-error.ts';
import { runningServer } from './server-lock.ts';
import { waitForLock } from './wait-for-lock.ts';

/** Milliseconds: commands that are about to end are waited for. */
const defaultPatienceMs = 3000;

/**
 * Taken by everybody who has the corpus open, shared; by maintenance alone, exclusive. The operating system frees it with
 * the process.
 * @throws CorpusError corpus/locked, with the address of the server where one runs
 */
export function takeCorpusLock(
  path: string,
  kind: 'shared' | 'exclusive',
  folder: string,
  patienceMs = defaultPatienceMs,
): FileLock {
  const lock = waitForLock(path, kind, patienceMs);
  if (lock) return lock;
  if (kind === 'shared') throw new CorpusError('corpus/locked', 'Maintenance (restore, rebase or gc) is under way.');
  const server = runningServer(folder);
  const holder = server ? `the server at ${server.url} (process ${server.pid})` : 'another askg command';
  throw new CorpusError('corpus/locked', `It is used by ${holder}.`);
}

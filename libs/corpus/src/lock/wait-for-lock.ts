import { type FileLock, tryLock } from '../catalog/file-lock.ts';

const pauseMs = 50;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Tries to take a lock until it is free, at most for `patienceMs`; blocks the thread, as all of the catalog does. */
export function waitForLock(path: string, kind: 'shared' | 'exclusive', patienceMs: number): FileLock | undefined {
  for (let waited = 0; ; waited += pauseMs) {
    const lock = tryLock(path, kind);
    if (lock || waited >= patienceMs) return lock;
    Atomics.wait(sleeper, 0, 0, pauseMs);
  }
}

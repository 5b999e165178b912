import { randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guarded } from '../catalog/sqlite.ts';

/**
 * Writes a file so that after a crash it is there whole or not at all: to the folder `temporary`, synced, renamed, and the
 * folder synced. A file that is there stays as it is when `isSound` says so: content-addressed files never change.
 * @returns whether the file was written
 */
export function writeDurably(
  path: string,
  bytes: Uint8Array,
  temporary: string,
  isSound = (): boolean => true,
): boolean {
  return guarded(path, () => {
    if (existsSync(path) && isSound()) {
      // Whoever wrote it may not have come to this yet.
      syncFile(dirname(path));
      return false;
    }
    replaceDurably(path, join(temporary, randomUUID()), (draft) => {
      const file = openSync(draft, 'wx');
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      } finally {
        closeSync(file);
      }
    });
    return true;
  });
}

/** Copies a file so that it is whole or not there; `from` may be on another disk. */
export function copyDurably(from: string, to: string): void {
  replaceDurably(to, `${to}.new`, (draft) => copyFileSync(from, draft));
}

/** Lets `write` make a draft beside or near the file, syncs it and gives it its name. Without success no draft stays. */
export function replaceDurably(path: string, draft: string, write: (draft: string) => void): void {
  try {
    write(draft);
    syncFile(draft);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFile(dirname(path));
}

/** Waits until what a file holds, or which files a folder holds, is on the disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

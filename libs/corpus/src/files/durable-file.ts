import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guarded } from '../catalog/sqlite.ts';

/**
 * Writes a file so that after a crash it is there whole or not at all: to `temporary`, synced, renamed, and the folder
 * synced. A file that is there already stays as it is; content-addressed files are never rewritten.
 * @returns whether the file is new
 */
export function writeDurably(path: string, bytes: Uint8Array, temporary: string): boolean {
  if (existsSync(path)) return false;
  return guarded(path, () => {
    const draft = join(temporary, randomUUID());
    try {
      const file = openSync(draft, 'wx');
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
    syncFolder(dirname(path));
    return true;
  });
}

/** Makes a rename in this folder survive a power cut. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tryLock } from '../catalog/file-lock.ts';
import { guarded } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';
import { syncFile } from '../files/durable-file.ts';
import { Layout } from '../files/layout.ts';

/** What can lie in the folder of a corpus and is no part of it: models, and graphs that were added to be asked. */
export const besideCorpus: readonly string[] = ['models', 'foreign'];

/** Where restore makes the corpus that is to come. */
export function stagingFolder(folder: string): string {
  return `${resolve(folder)}.restoring`;
}

/** Where restore puts the corpus that it replaces, until the other is in its place. */
function asideFolder(folder: string): string {
  return `${resolve(folder)}.replaced`;
}

/** Puts `staging` in the place of `folder`. Ended in between, `bringBack` finds the earlier corpus. */
export function replaceFolder(folder: string, staging: string): void {
  const aside = asideFolder(folder);
  guarded(folder, () => {
    if (existsSync(folder)) {
      rmSync(aside, { recursive: true, force: true });
      renameSync(folder, aside);
    }
    renameSync(staging, folder);
    syncFile(dirname(resolve(folder)));
    for (const name of besideCorpus) {
      if (existsSync(join(aside, name))) renameSync(join(aside, name), join(folder, name));
    }
    rmSync(aside, { recursive: true, force: true });
  });
}

/** Whether a restore was ended after it had put the corpus of this folder aside, before the other took its place. */
export function isPutAside(folder: string): boolean {
  return !existsSync(folder) && existsSync(new Layout(asideFolder(folder)).catalog);
}

/**
 * Gives a corpus that an ended restore had put aside its folder back.
 * @throws CorpusError corpus/locked while a restore is at just this point
 */
export function bringBack(folder: string): void {
  if (!isPutAside(folder)) return;
  const aside = asideFolder(folder);
  const lock = tryLock(new Layout(aside).lock, 'exclusive');
  if (!lock) throw new CorpusError('corpus/locked', 'A restore is under way.');
  try {
    guarded(folder, () => {
      if (isPutAside(folder)) renameSync(aside, folder);
    });
  } finally {
    lock.release();
  }
}

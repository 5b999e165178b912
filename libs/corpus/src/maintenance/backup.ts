import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { copyFile, link } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Database, backup as copyDatabase, openDatabase } from '../catalog/sqlite.ts';
import { toCorpusError } from '../catalog/system-errors.ts';
import { CorpusError } from '../corpus-error.ts';
import { syncFolder } from '../files/durable-file.ts';
import type { Layout } from '../files/layout.ts';
import { type Manifest, manifestName, snapshotDigest } from './manifest.ts';
import { referencedFiles } from './referenced-files.ts';

/**
 * Copies the corpus as it is at one commit into a folder, while others go on writing. Immutable files are linked where the
 * file system can, so a backup on the same disk costs next to nothing. The manifest is written last: a folder without one is
 * no backup. An earlier backup in the folder is brought up to date.
 * @throws CorpusError corpus/not-empty, corpus/disk-full
 */
export async function backup(catalog: Database, layout: Layout, target: string): Promise<Manifest> {
  if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, manifestName))) {
    throw new CorpusError('corpus/not-empty', `${target} holds something that is not a backup.`);
  }
  try {
    for (const folder of ['sources', 'graphs']) mkdirSync(join(target, folder), { recursive: true });
    await copyDatabase(catalog, join(target, 'catalog.sqlite'));
    const copy = openDatabase(join(target, 'catalog.sqlite'), true);
    try {
      const files = referencedFiles(copy);
      for (const file of files) await keep(join(layout.folder, file), join(target, file));
      for (const folder of ['sources', 'graphs', '.']) syncFolder(join(target, folder));
      const manifest: Manifest = { format: 'askg.backup/1', files: files.length, ...snapshotDigest(copy) };
      writeFileSync(join(target, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
      return manifest;
    } finally {
      copy.close();
    }
  } catch (error) {
    throw toCorpusError(error, target);
  }
}

async function keep(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  // Another disk, or a file system without hard links: a copy does as well.
  await link(from, to).catch(() => copyFile(from, to));
}

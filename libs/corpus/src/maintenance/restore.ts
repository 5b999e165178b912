import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openCatalog } from '../catalog/open-catalog.ts';
import { guarded } from '../catalog/sqlite.ts';
import { toCorpusError } from '../catalog/system-errors.ts';
import { CorpusError } from '../corpus-error.ts';
import { syncFolder } from '../files/durable-file.ts';
import { Layout } from '../files/layout.ts';
import { CorpusLock } from '../lock/corpus-lock.ts';
import { type Manifest, manifestName, snapshotDigest } from './manifest.ts';
import { referencedFiles } from './referenced-files.ts';
import { verify } from './verify.ts';

/**
 * Puts a backup in the place of the corpus in `folder`, or where none was. The copy is made beside it and proved by every
 * digest before the corpus that is there is touched; then the two change places.
 * @throws CorpusError corpus/damaged-backup, corpus/not-empty (a folder with something else in it), corpus/locked
 */
export async function restore(backup: string, folder: string): Promise<Manifest> {
  const manifest = readManifest(backup);
  const isCorpus = existsSync(new Layout(folder).catalog);
  if (!isCorpus && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CorpusError('corpus/not-empty', `${folder} holds something that is not a corpus.`);
  }
  const staging = `${resolve(folder)}.restoring`;
  const aside = `${resolve(folder)}.replaced`;
  rmSync(staging, { recursive: true, force: true });
  try {
    await copyBackup(backup, new Layout(staging));
    await prove(staging, manifest);
    const lock = isCorpus ? CorpusLock.take(new Layout(folder).lock, 'exclusive', folder) : undefined;
    try {
      guarded(folder, () => {
        if (existsSync(folder)) renameSync(folder, aside);
        renameSync(staging, folder);
        syncFolder(dirname(resolve(folder)));
      });
    } finally {
      lock?.release();
    }
    rmSync(aside, { recursive: true, force: true });
    return manifest;
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw toCorpusError(error, folder);
  }
}

function readManifest(backup: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(backup, manifestName), 'utf8')) as Manifest;
  } catch (cause) {
    throw new CorpusError('corpus/damaged-backup', `${join(backup, manifestName)} cannot be read.`, { cause });
  }
}

async function copyBackup(backup: string, staging: Layout): Promise<void> {
  staging.make();
  await copyFile(join(backup, 'catalog.sqlite'), staging.catalog);
  const catalog = openCatalog(staging.catalog, false);
  try {
    for (const file of referencedFiles(catalog)) {
      await copyFile(join(backup, file), join(staging.folder, file)).catch((error: unknown) => {
        if ((error as { code?: string }).code !== 'ENOENT') throw error;
        throw new CorpusError('corpus/damaged-backup', `${file} is missing.`, { cause: error });
      });
    }
    for (const folder of [staging.sources, staging.graphs, staging.folder]) syncFolder(folder);
  } finally {
    catalog.close();
  }
}

async function prove(staging: string, manifest: Manifest): Promise<void> {
  const layout = new Layout(staging);
  const catalog = openCatalog(layout.catalog, true);
  try {
    if (snapshotDigest(catalog).digest !== manifest.digest) {
      throw new CorpusError('corpus/damaged-backup', 'The catalog names other graphs than the manifest.');
    }
    for await (const { faults } of verify(catalog, layout)) {
      const fault = faults.find(({ severity }) => severity === 'error');
      if (fault) throw new CorpusError('corpus/damaged-backup', `${fault.file}: ${fault.detail}`);
    }
  } finally {
    catalog.close();
  }
}

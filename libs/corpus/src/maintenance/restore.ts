import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from '../catalog/file-lock.ts';
import { openCatalog } from '../catalog/open-catalog.ts';
import { toCorpusError } from '../catalog/system-errors.ts';
import { CorpusError } from '../corpus-error.ts';
import { copyDurably, syncFile } from '../files/durable-file.ts';
import { Layout } from '../files/layout.ts';
import { takeCorpusLock } from '../lock/corpus-lock.ts';
import { type Manifest, catalogCopyName, fileDigest, manifestName, snapshotDigest } from './manifest.ts';
import { referencedFiles } from './referenced-files.ts';
import { besideCorpus, bringBack, replaceFolder, stagingFolder } from './replaced-folder.ts';
import { verify } from './verify.ts';

/**
 * Puts a backup in the place of the corpus in `folder`, or where none was. The copy is made beside it and proved by every
 * digest before the corpus that is there is touched; then the two change places.
 * @throws CorpusError corpus/damaged-backup, corpus/not-empty (a folder with something else in it), corpus/locked,
 *   corpus/newer-catalog, corpus/disk-full
 */
export async function restore(backup: string, folder: string): Promise<Manifest> {
  const manifest = readManifest(backup);
  bringBack(folder);
  const layout = new Layout(folder);
  const isCorpus = existsSync(layout.catalog);
  if (!isCorpus && existsSync(folder) && readdirSync(folder).some((name) => !besideCorpus.includes(name))) {
    throw new CorpusError('corpus/not-empty', `${folder} holds something that is not a corpus.`);
  }
  const lock = isCorpus ? takeCorpusLock(layout.lock, 'exclusive', folder) : undefined;
  try {
    const staging = prepareStaging(folder);
    // Moves with the folder, and keeps others out of the restored corpus until all is done.
    const stagingLock = takeCorpusLock(staging.lock, 'exclusive', folder);
    try {
      copyBackup(backup, manifest, staging);
      await prove(staging, manifest);
      replaceFolder(folder, staging.folder);
      return manifest;
    } catch (error) {
      rmSync(staging.folder, { recursive: true, force: true });
      throw toCorpusError(error, folder);
    } finally {
      stagingLock.release();
    }
  } finally {
    lock?.release();
  }
}

function readManifest(backup: string): Manifest {
  const path = join(backup, manifestName);
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest> | null;
  } catch (cause) {
    throw new CorpusError('corpus/damaged-backup', `${path} cannot be read.`, { cause });
  }
  if (manifest?.format !== 'askg.backup/1' || typeof manifest.catalog !== 'string') {
    throw new CorpusError('corpus/damaged-backup', `${path} is no manifest.`);
  }
  return manifest as Manifest;
}

/** An empty folder beside the corpus; that of a restore which was ended goes first. */
function prepareStaging(folder: string): Layout {
  const staging = new Layout(stagingFolder(folder));
  if (existsSync(staging.folder)) {
    const abandoned = existsSync(staging.lock) ? tryLock(staging.lock, 'exclusive') : undefined;
    if (existsSync(staging.lock) && !abandoned) throw new CorpusError('corpus/locked', 'A restore is under way.');
    rmSync(staging.folder, { recursive: true, force: true });
    abandoned?.release();
  }
  staging.make();
  return staging;
}

function copyBackup(backup: string, manifest: Manifest, staging: Layout): void {
  const copy = (from: string, to: string): void => {
    try {
      copyDurably(join(backup, from), to);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
      throw new CorpusError('corpus/damaged-backup', `${from} is missing.`, { cause: error });
    }
  };
  copy(catalogCopyName(manifest.catalog), staging.catalog);
  if (fileDigest(staging.catalog) !== manifest.catalog) {
    throw new CorpusError('corpus/damaged-backup', 'The catalog is another than the manifest says.');
  }
  const catalog = openCatalog(staging.catalog, false);
  try {
    for (const file of referencedFiles(catalog)) copy(file, join(staging.folder, file));
    for (const folder of [staging.sources, staging.graphs, staging.folder]) syncFile(folder);
  } finally {
    catalog.close();
  }
}

async function prove(staging: Layout, manifest: Manifest): Promise<void> {
  const catalog = openCatalog(staging.catalog, true);
  try {
    const snapshot = snapshotDigest(catalog);
    if (snapshot.digest !== manifest.digest || snapshot.commit !== manifest.commit) {
      throw new CorpusError('corpus/damaged-backup', 'The catalog names other graphs than the manifest.');
    }
    for await (const { faults } of verify(catalog, staging)) {
      const fault = faults.find(({ severity }) => severity === 'error');
      if (fault) throw new CorpusError('corpus/damaged-backup', `${fault.file}: ${fault.detail}`);
    }
  } finally {
    catalog.close();
  }
}

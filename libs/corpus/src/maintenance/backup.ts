import { existsSync, linkSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '../catalog/sqlite.ts';
import { toCorpusError } from '../catalog/system-errors.ts';
import { CorpusError } from '../corpus-error.ts';
import { copyDurably, replaceDurably, syncFile } from '../files/durable-file.ts';
import { type Layout, makeFolder } from '../files/layout.ts';
import { type Manifest, catalogCopyName, fileDigest, manifestName, snapshotDigest } from './manifest.ts';
import { referencedFiles } from './referenced-files.ts';

const draftCatalog = 'catalog.new';
const draftManifest = 'manifest.new';
const ownNames =
  /^(sources|graphs|(catalog|manifest)\.new(-journal|-wal|-shm)?|catalog-[0-9a-f]+\.sqlite|backup\.json)$/;

/**
 * Copies the corpus as it is at one commit into a folder, while others go on writing. Immutable files are linked where the
 * file system can, so a backup on the same disk costs next to nothing. The manifest is written last: a folder without one is
 * no backup. An earlier backup in the folder is brought up to date, and stands until the later one is whole.
 * @throws CorpusError corpus/not-empty, corpus/disk-full, corpus/read-only
 */
export async function backup(catalog: Database, layout: Layout, target: string): Promise<Manifest> {
  try {
    if (existsSync(target) && readdirSync(target).some((name) => !ownNames.test(name))) {
      throw new CorpusError('corpus/not-empty', `${target} holds something that is not a backup.`);
    }
    for (const folder of ['sources', 'graphs']) makeFolder(join(target, folder));
    const manifest = await copyCatalog(catalog, target, (files) => {
      for (const file of files) keep(join(layout.folder, file), join(target, file));
      for (const folder of ['sources', 'graphs', '.']) syncFile(join(target, folder));
    });
    replaceDurably(join(target, manifestName), join(target, draftManifest), (draft) =>
      writeFileSync(draft, `${JSON.stringify(manifest, null, 2)}\n`),
    );
    dropEarlier(target, manifest);
    return manifest;
  } catch (error) {
    throw toCorpusError(error, target);
  }
}

async function copyCatalog(
  catalog: Database,
  target: string,
  copyFiles: (files: readonly string[]) => void,
): Promise<Manifest> {
  const draft = join(target, draftCatalog);
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
  await catalog.copyTo(draft);
  const copy = openDatabase(draft, false);
  try {
    const files = referencedFiles(copy);
    const snapshot = snapshotDigest(copy);
    // Without a log beside it the copy is one file, which can be read where nothing can be written.
    copy.exec('PRAGMA journal_mode = DELETE');
    copy.close();
    const digest = fileDigest(draft);
    copyFiles(files);
    syncFile(draft);
    renameSync(draft, join(target, catalogCopyName(digest)));
    syncFile(target);
    return { format: 'askg.backup/1', ...snapshot, files: files.length, catalog: digest };
  } finally {
    copy.close();
  }
}

function keep(from: string, to: string): void {
  if (existsSync(to)) return;
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or a file system without hard links: a copy does as well.
    copyDurably(from, to);
  }
}

/** Deletes what only the earlier backup named: what was removed from the corpus shall not live on here. */
function dropEarlier(target: string, manifest: Manifest): void {
  const name = catalogCopyName(manifest.catalog);
  const copy = openDatabase(join(target, name), true);
  const known = new Set(referencedFiles(copy));
  copy.close();
  for (const folder of ['sources', 'graphs']) {
    for (const file of readdirSync(join(target, folder))) {
      if (!known.has(`${folder}/${file}`)) rmSync(join(target, folder, file));
    }
  }
  for (const file of readdirSync(target)) {
    if (file.startsWith('catalog-') && file !== name) rmSync(join(target, file));
  }
}

import { existsSync, renameSync, rmSync } from 'node:fs';
import { CorpusError } from '../corpus-error.ts';
import { syncFile } from '../files/durable-file.ts';
import { migrations as released } from './migrations.ts';
import { type Database, guarded, openDatabase, transaction } from './sqlite.ts';

/**
 * Opens the catalog at this path and brings it to the newest version in one transaction, after a copy was put aside.
 * A catalog of a newer version is not written to.
 * @throws CorpusError corpus/not-found, corpus/newer-catalog, corpus/older-catalog (read-only), corpus/damaged-catalog
 */
export function openCatalog(path: string, readOnly: boolean, migrations: readonly string[] = released): Database {
  if (!existsSync(path)) throw new CorpusError('corpus/not-found', `There is no ${path}.`);
  const reader = openDatabase(path, true);
  try {
    const version = checkedVersion(reader, path, migrations.length);
    if (readOnly) {
      if (version < migrations.length) {
        throw new CorpusError('corpus/older-catalog', `${path} has version ${version} of ${migrations.length}.`);
      }
      return reader;
    }
  } catch (error) {
    reader.close();
    throw error;
  }
  reader.close();
  const writer = openDatabase(path, false);
  try {
    const version = checkedVersion(writer, path, migrations.length);
    if (version < migrations.length) {
      putAside(writer, path, version);
      migrate(writer, migrations);
    }
    return writer;
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Makes a catalog of the newest version that holds these names and values. */
export function createCatalog(
  path: string,
  meta: Record<string, string>,
  migrations: readonly string[] = released,
): void {
  const database = openDatabase(path, false);
  try {
    migrate(database, migrations);
    const set = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?)');
    for (const [name, value] of Object.entries(meta)) set.run(name, value);
  } finally {
    database.close();
  }
}

function checkedVersion(database: Database, path: string, newest: number): number {
  const version = catalogVersion(database);
  if (version === 0) throw new CorpusError('corpus/damaged-catalog', `${path} has no version: it is no catalog.`);
  if (version > newest) {
    throw new CorpusError('corpus/newer-catalog', `${path} has version ${version}; this askg knows ${newest}.`);
  }
  return version;
}

/** Keeps the catalog as it was before an upgrade, with all that its log holds. */
function putAside(database: Database, path: string, version: number): void {
  const draft = `${path}.upgrading`;
  const copy = `${path}.version-${version}`;
  guarded(path, () => {
    rmSync(draft, { force: true });
    database.prepare('VACUUM INTO ?').run(draft);
    const aside = openDatabase(draft, true);
    const copied = catalogVersion(aside);
    aside.close();
    // Another process upgraded the catalog meanwhile, and has put the earlier one aside.
    if (copied !== version) return rmSync(draft);
    syncFile(draft);
    renameSync(draft, copy);
  });
}

function migrate(database: Database, migrations: readonly string[]): void {
  transaction(database, () => {
    // Read within the transaction: another process may have upgraded the catalog while this one waited.
    for (const step of migrations.slice(catalogVersion(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function catalogVersion(database: Database): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

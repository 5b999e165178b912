import { copyFileSync, existsSync } from 'node:fs';
import { CorpusError } from '../corpus-error.ts';
import { migrations as released } from './migrations.ts';
import { type Database, openDatabase, transaction } from './sqlite.ts';

/** Opens the catalog at this path and brings it to the newest version, one transaction a step, after a copy was put aside. */
export function openCatalog(path: string, readOnly: boolean, migrations: readonly string[] = released): Database {
  if (!existsSync(path)) throw new CorpusError('corpus/not-found', `There is no ${path}.`);
  const database = openDatabase(path, readOnly);
  try {
    const version = catalogVersion(database);
    if (version > migrations.length) {
      throw new CorpusError(
        'corpus/newer-catalog',
        `${path} has version ${version}; this askg knows ${migrations.length}.`,
      );
    }
    if (version < migrations.length) {
      if (readOnly) {
        throw new CorpusError('corpus/older-catalog', `${path} has version ${version} of ${migrations.length}.`);
      }
      if (version > 0) {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        copyFileSync(path, `${path}.version-${version}`);
      }
      migrate(database, migrations);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Makes an empty catalog of the newest version. */
export function createCatalog(path: string, migrations: readonly string[] = released): Database {
  const database = openDatabase(path, false);
  migrate(database, migrations);
  return database;
}

function migrate(database: Database, migrations: readonly string[]): void {
  migrations.forEach((step, from) => {
    transaction(database, () => {
      // Another process may have taken the step while this one waited.
      if (catalogVersion(database) !== from) return;
      database.exec(step);
      database.exec(`PRAGMA user_version = ${from + 1}`);
    });
  });
}

function catalogVersion(database: Database): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

import { DatabaseSync, type SQLInputValue, type StatementSync, backup } from 'node:sqlite';
import type { CatalogRow } from './row.ts';
import { toCorpusError } from './system-errors.ts';

export type Value = SQLInputValue;

/** Milliseconds that a writer waits for another before it gives up. */
const busyTimeoutMs = 30_000;
/** More pages than any database has: a copy made in one step cannot be held up by writers that keep coming. */
const allPages = 2_147_483_647;

/** A connection to a SQLite file whose statements are compiled once, and whose errors are those of this package. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #path: string;
  readonly #statements = new Map<string, Statement>();

  constructor(connection: DatabaseSync, path: string) {
    this.#connection = connection;
    this.#path = path;
  }

  prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = guarded(this.#path, () => new Statement(this.#connection.prepare(sql), this.#path));
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  exec(sql: string): void {
    guarded(this.#path, () => this.#connection.exec(sql));
  }

  get isTransaction(): boolean {
    return this.#connection.isTransaction;
  }

  /** Writes a copy as of one moment, durably, while others go on writing. */
  async copyTo(path: string): Promise<void> {
    try {
      await backup(this.#connection, path, { rate: allPages });
    } catch (error) {
      throw toCorpusError(error, path);
    }
  }

  close(): void {
    if (this.#connection.isOpen) this.#connection.close();
  }
}

export class Statement {
  readonly #statement: StatementSync;
  readonly #path: string;

  constructor(statement: StatementSync, path: string) {
    this.#statement = statement;
    this.#path = path;
  }

  get(...values: Value[]): CatalogRow | undefined {
    return guarded(this.#path, () => this.#statement.get(...values));
  }

  all(...values: Value[]): CatalogRow[] {
    return guarded(this.#path, () => this.#statement.all(...values));
  }

  run(...values: Value[]): { changes: number } {
    return guarded(this.#path, () => ({ changes: Number(this.#statement.run(...values).changes) }));
  }
}

/** Opens a database for durable writing: a commit is on the disk when it returns. */
export function openDatabase(path: string, readOnly: boolean): Database {
  return guarded(path, () => {
    const connection = new DatabaseSync(path, { readOnly, timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    try {
      if (!readOnly) connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      return new Database(connection, path);
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

/** Runs the steps in one write transaction: all of it happens, or nothing. */
export function transaction<T>(database: Database, steps: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = steps();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Turns what SQLite and the system throw into errors of this package. */
export function guarded<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw toCorpusError(error, path);
  }
}

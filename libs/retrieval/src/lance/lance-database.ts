import { type Connection, Session, type Table, connect } from '@lancedb/lancedb';
import type { ModelIdentity } from '@askg/inference';
import type { Schema } from 'apache-arrow';
import { toRetrievalError } from '../engine-errors.ts';
import { modelTag } from '../vectors/model-tag.ts';

/** Bytes that an open index may keep in memory of its indices and of its files' descriptions. */
const cacheBytes = { indices: 256n << 20n, metadata: 64n << 20n };

/** One index on disk: the table `passages`, and a table of vectors for each model that was ever used. */
export class LanceDatabase {
  readonly instance: string;
  readonly #connection: Connection;
  readonly #tables = new Map<string, Table>();

  private constructor(instance: string, connection: Connection) {
    this.instance = instance;
    this.#connection = connection;
  }

  /** Each read sees what other processes wrote before it. */
  static async open(folder: string, instance: string): Promise<LanceDatabase> {
    const session = new Session(cacheBytes.indices, cacheBytes.metadata);
    return new LanceDatabase(instance, await connect(folder, { readConsistencyInterval: 0 }, session));
  }

  /** Undefined until a writer has made it. */
  async table(name: string): Promise<Table | undefined> {
    const known = this.#tables.get(name);
    if (known) return known;
    const table = await this.#connection.openTable(name).catch((error: unknown) => {
      // Also a table whose making was cut short: it is made again.
      if (String(error).includes('was not found')) return undefined;
      throw error;
    });
    if (table) this.#tables.set(name, table);
    return table;
  }

  async make(name: string, schema: Schema): Promise<Table> {
    const table = await this.#connection.createEmptyTable(name, schema, { mode: 'create', existOk: true });
    this.#tables.set(name, table);
    return table;
  }

  async tableNames(): Promise<string[]> {
    const names: string[] = [];
    let pageToken: string | undefined;
    do {
      const page = await this.#connection.listTables(pageToken === undefined ? {} : { pageToken });
      names.push(...page.tables);
      pageToken = page.pageToken;
    } while (pageToken);
    return names;
  }

  close(): void {
    for (const table of this.#tables.values()) table.close();
    this.#connection.close();
  }
}

/** Vectors of different weights never stand in one table. */
export function vectorTable(model: ModelIdentity): string {
  return `vectors-${modelTag(model)}`;
}

/** Runs something in the engine. @throws RetrievalError retrieval/damaged-index, retrieval/not-writable */
export async function inEngine<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw toRetrievalError(cause);
  }
}

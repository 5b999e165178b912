import { createHash } from 'node:crypto';
import { type CatalogRow, json, text } from '../catalog/row.ts';
import { type Database, transaction } from '../catalog/sqlite.ts';
import type { Collections } from '../collections/collections.ts';
import { CorpusError } from '../corpus-error.ts';

/**
 * What a key allows: `read`; `ask-model`: to have questions answered by a chat model that may cost money; `curate`: to say
 * what became of papers.
 */
export type Scope = 'read' | 'ask-model' | 'curate';

/** A key as it is kept; `collections` is absent where it reads all papers. Times are ISO 8601 in UTC. */
export type ApiKey = {
  id: string;
  label: string;
  scopes: Scope[];
  /** Names of those that are there. */
  collections?: string[];
  created: string;
  revoked?: string;
};

/** Whom a key stands for; `collections` are ids, absent where it reads all papers. */
export type KeyHolder = { id: string; scopes: Scope[]; collections?: number[] };

export type NewKey = {
  /** For people: who uses it, and for what. */
  label: string;
  /** Names of the collections that it reads; all papers without it. */
  collections?: readonly string[];
  /** What it allows besides reading. */
  scopes?: readonly Exclude<Scope, 'read'>[];
};

export type KeysParts = {
  catalog: Database;
  collections: Collections;
  clock: () => Date;
  /** So many random bytes that nobody can guess. */
  random: (bytes: number) => Uint8Array;
};

const keyBytes = 32;
const prefix = 'askg_';

/**
 * Keys of programs that read over HTTP. A key holds 256 random bits, so its plain SHA-256 can be kept in its place: nobody
 * can try them all, which is what salts and slow hashes are for where people choose words.
 */
export class Keys {
  readonly #parts: KeysParts;

  constructor(parts: KeysParts) {
    this.#parts = parts;
  }

  /** Makes a key. `secret` is told here and never again. @throws CorpusError corpus/unknown-collection */
  add({ label, collections, scopes = [] }: NewKey): ApiKey & { secret: string } {
    const { catalog, clock, random } = this.#parts;
    const secret = `${prefix}${Buffer.from(random(keyBytes)).toString('base64url')}`;
    const hash = hashOf(secret);
    const id = hash.slice(0, 12);
    transaction(catalog, () => {
      const ids = collections?.map((name) => this.#parts.collections.requireId(name));
      catalog
        .prepare('INSERT INTO keys (id, hash, label, scopes, collections, created) VALUES (?, ?, ?, ?, ?, ?)')
        .run(
          id,
          hash,
          label,
          JSON.stringify(['read', ...new Set(scopes)]),
          ids === undefined ? null : JSON.stringify([...new Set(ids)]),
          clock().toISOString(),
        );
    });
    return { ...this.#require(id), secret };
  }

  /** Whom a secret stands for; undefined when there is no such key, or when it was revoked. */
  holder(secret: string): KeyHolder | undefined {
    if (!secret.startsWith(prefix)) return undefined;
    const row = this.#parts.catalog
      .prepare('SELECT id, scopes, collections FROM keys WHERE hash = ? AND revoked IS NULL')
      .get(hashOf(secret));
    if (!row) return undefined;
    const collections = json(row, 'collections') as number[] | undefined;
    return {
      id: String(row['id']),
      scopes: json(row, 'scopes') as Scope[],
      ...(collections === undefined ? {} : { collections }),
    };
  }

  /** All of them, revoked ones too, oldest first. */
  list(): ApiKey[] {
    const names = this.#collectionNames();
    return this.#parts.catalog
      .prepare('SELECT * FROM keys ORDER BY created, id')
      .all()
      .map((row) => toApiKey(row, names));
  }

  /** From now on the key opens nothing. Revoking it again changes nothing. @throws CorpusError corpus/unknown-key */
  revoke(id: string): ApiKey {
    const { catalog, clock } = this.#parts;
    return transaction(catalog, () => {
      catalog.prepare('UPDATE keys SET revoked = coalesce(revoked, ?) WHERE id = ?').run(clock().toISOString(), id);
      return this.#require(id);
    });
  }

  #require(id: string): ApiKey {
    const row = this.#parts.catalog.prepare('SELECT * FROM keys WHERE id = ?').get(id);
    if (!row) throw new CorpusError('corpus/unknown-key', `No key has the id ${id}.`);
    return toApiKey(row, this.#collectionNames());
  }

  #collectionNames(): ReadonlyMap<number, string> {
    return new Map(this.#parts.collections.list().map(({ id, name }) => [id, name]));
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function toApiKey(row: CatalogRow, names: ReadonlyMap<number, string>): ApiKey {
  const collections = json(row, 'collections') as number[] | undefined;
  const revoked = text(row, 'revoked');
  return {
    id: String(row['id']),
    label: String(row['label']),
    scopes: json(row, 'scopes') as Scope[],
    ...(collections === undefined ? {} : { collections: collections.flatMap((id) => names.get(id) ?? []) }),
    created: String(row['created']),
    ...(revoked === undefined ? {} : { revoked }),
  };
}

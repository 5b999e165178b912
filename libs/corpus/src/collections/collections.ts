import { enrichedGraphIri, graphIri, statusGraphIri } from '@askg/ddm';
import type { Database } from '../catalog/sqlite.ts';
import { transaction } from '../catalog/sqlite.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { currentDigest } from '../commit/graph-history.ts';
import { resolveKey } from '../commit/identifiers.ts';
import { CorpusError } from '../corpus-error.ts';
import { checkCollectionName } from './collection-name.ts';

/** `created` is ISO 8601 in UTC; `papers` counts those that stand. */
export type Collection = { id: number; name: string; created: string; papers: number };

/** What some collections hold: keys of papers, and the IRIs of the named graphs that speak of these papers alone. */
export type Holdings = { papers: ReadonlySet<string>; graphs: ReadonlySet<string> };

/** Named sets of papers. A paper may be in any number of them; a removed paper is in none. */
export class Collections {
  readonly #context: () => CommitContext;

  constructor(context: () => CommitContext) {
    this.#context = context;
  }

  /** All of them, by name. */
  list(): Collection[] {
    return this.#catalog
      .prepare(
        `SELECT id, name, created, (SELECT count(*) FROM collection_papers WHERE collection = id) AS papers
         FROM collections ORDER BY name`,
      )
      .all()
      .map((row) => ({
        id: Number(row['id']),
        name: String(row['name']),
        created: String(row['created']),
        papers: Number(row['papers']),
      }));
  }

  /** The id of a collection; a later one of the same name has another. */
  idOf(name: string): number | undefined {
    const row = this.#catalog.prepare('SELECT id FROM collections WHERE name = ?').get(name);
    return row && Number(row['id']);
  }

  /** @throws CorpusError corpus/unknown-collection */
  requireId(name: string): number {
    const id = this.idOf(name);
    if (id !== undefined) return id;
    throw new CorpusError('corpus/unknown-collection', `There is no collection "${name}".`);
  }

  /** Keys of the papers of a collection, in order. @throws CorpusError corpus/unknown-collection */
  papers(name: string): string[] {
    return [...this.holdings([this.requireId(name)]).papers];
  }

  /** What these collections hold together; those that are no more hold nothing. */
  holdings(ids: readonly number[]): Holdings {
    const { catalog, base } = this.#context();
    const rows = catalog
      .prepare(
        `SELECT DISTINCT key, (SELECT count(*) FROM enrichments AS e WHERE e.key = c.key AND model IS NOT NULL) AS enriched
         FROM collection_papers AS c WHERE collection IN (SELECT value FROM json_each(?)) ORDER BY key`,
      )
      .all(JSON.stringify(ids));
    const papers = new Set<string>();
    const graphs = new Set<string>();
    for (const row of rows) {
      const key = String(row['key']);
      papers.add(key);
      graphs.add(graphIri(base, key));
      if (Number(row['enriched']) > 0) graphs.add(enrichedGraphIri(base, key));
      const statuses = statusGraphIri(base, key);
      if (currentDigest(catalog, statuses) !== undefined) graphs.add(statuses);
    }
    return { papers, graphs };
  }

  /**
   * Puts papers, by key or identifier, into a collection, which is made if it is not there: all of them or none.
   * @returns how many were not in it before
   * @throws CorpusError corpus/invalid-collection, corpus/unknown-paper, corpus/removed
   */
  add(name: string, papers: readonly string[]): number {
    return transaction(this.#catalog, () => {
      const keys = papers.map((paper) => this.#requireStanding(paper));
      const id = this.#make(name);
      const insert = this.#catalog.prepare(
        'INSERT INTO collection_papers (collection, key) VALUES (?, ?) ON CONFLICT DO NOTHING',
      );
      return keys.reduce((sum, key) => sum + insert.run(id, key).changes, 0);
    });
  }

  /**
   * Puts the papers of queued files into a collection, which is made if it is not there: those that were read at once, the
   * others when they are committed.
   * @param sources digests
   * @throws CorpusError corpus/invalid-collection
   */
  addSources(name: string, sources: readonly string[]): void {
    transaction(this.#catalog, () => {
      const id = this.#make(name);
      const join = this.#catalog.prepare(
        `INSERT INTO collection_papers (collection, key) SELECT ?, papers.key FROM sources JOIN papers USING (key)
         WHERE digest = ? AND graph IS NOT NULL AND removed_at IS NULL ON CONFLICT DO NOTHING`,
      );
      const wait = this.#catalog.prepare(
        `INSERT INTO collection_sources (collection, source) SELECT ?, digest FROM sources
         WHERE digest = ? AND graph IS NULL ON CONFLICT DO NOTHING`,
      );
      for (const source of sources) {
        join.run(id, source);
        wait.run(id, source);
      }
    });
  }

  /**
   * Takes papers, by key or identifier, out of a collection.
   * @returns how many were in it
   * @throws CorpusError corpus/unknown-collection, corpus/unknown-paper
   */
  remove(name: string, papers: readonly string[]): number {
    return transaction(this.#catalog, () => {
      const id = this.requireId(name);
      const drop = this.#catalog.prepare('DELETE FROM collection_papers WHERE collection = ? AND key = ?');
      return papers.reduce((sum, paper) => sum + drop.run(id, this.#requireKey(paper)).changes, 0);
    });
  }

  /** Deletes a collection; its papers stay in the corpus. @throws CorpusError corpus/unknown-collection */
  delete(name: string): void {
    transaction(this.#catalog, () => {
      this.#catalog.prepare('DELETE FROM collections WHERE id = ?').run(this.requireId(name));
    });
  }

  get #catalog(): Database {
    return this.#context().catalog;
  }

  #make(name: string): number {
    const known = this.idOf(name);
    if (known !== undefined) return known;
    checkCollectionName(name);
    const { catalog, now } = this.#context();
    catalog.prepare('INSERT INTO collections (name, created) VALUES (?, ?)').run(name, now.toISOString());
    return this.requireId(name);
  }

  #requireKey(name: string): string {
    const key = resolveKey(this.#catalog, name);
    if (key !== undefined) return key;
    throw new CorpusError('corpus/unknown-paper', `No paper has the key or identifier ${name}.`);
  }

  #requireStanding(name: string): string {
    const key = this.#requireKey(name);
    const row = this.#catalog.prepare('SELECT removed_at FROM papers WHERE key = ?').get(key);
    if (row?.['removed_at'] === null) return key;
    throw new CorpusError('corpus/removed', `${key} was removed from the corpus.`);
  }
}

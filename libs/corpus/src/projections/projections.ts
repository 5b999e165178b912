import { type Database, transaction } from '../catalog/sqlite.ts';

/**
 * The projections of the corpus. The state of a paper tells how far it is in the first two: its words can be searched, its
 * vectors can be compared. The third is a SPARQL server.
 */
export type ProjectionName = 'passages' | 'vectors' | 'sparql';

/**
 * What each projection of the corpus holds: the digest of every graph it was built from. A projection is files that can be
 * thrown away; `instance` is a mark kept in those files too, so that a catalog that came from a backup, or files that were
 * deleted, are noticed.
 */
export class Projections {
  readonly #catalog: Database;

  constructor(catalog: Database) {
    this.#catalog = catalog;
  }

  /** The mark of the files that the records speak of; undefined before the first `reset`. */
  instance(name: ProjectionName): string | undefined {
    const row = this.#catalog.prepare('SELECT instance FROM projections WHERE name = ?').get(name);
    return row && String(row['instance']);
  }

  /** Forgets all that a projection held: it is built anew, in files that carry this mark. */
  reset(name: ProjectionName, instance: string): void {
    transaction(this.#catalog, () => {
      this.#catalog.prepare('DELETE FROM projections WHERE name = ?').run(name);
      this.#catalog.prepare('INSERT INTO projections (name, instance) VALUES (?, ?)').run(name, instance);
    });
  }

  /** Gives what a projection holds another mark. */
  remark(name: ProjectionName, instance: string): void {
    this.#catalog.prepare('UPDATE projections SET instance = ? WHERE name = ?').run(instance, name);
  }

  /** Name of each graph that the projection holds, with the digest of the version. */
  standing(name: ProjectionName): Map<string, string> {
    const rows = this.#catalog
      .prepare('SELECT graph, digest FROM projected_graphs WHERE projection = ? ORDER BY graph')
      .all(name);
    return new Map(rows.map((row) => [String(row['graph']), String(row['digest'])]));
  }

  /** Records that the projection now holds this version of a graph, or with null that it no longer holds the graph. */
  set(name: ProjectionName, graph: string, digest: string | null): void {
    if (digest === null) {
      this.#catalog.prepare('DELETE FROM projected_graphs WHERE projection = ? AND graph = ?').run(name, graph);
      return;
    }
    this.#catalog
      .prepare(
        `INSERT INTO projected_graphs (projection, graph, digest) VALUES (?, ?, ?)
         ON CONFLICT (projection, graph) DO UPDATE SET digest = excluded.digest`,
      )
      .run(name, graph, digest);
  }
}

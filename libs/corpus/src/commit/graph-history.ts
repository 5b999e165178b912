import { text } from '../catalog/row.ts';
import { type Database, transaction } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';

/** A named graph and the file that holds it. */
export type GraphPointer = { name: string; digest: string; kind: 'paper' | 'links'; key?: string };
export type GraphChange = { name: string; digest: string | null; commit: number };

export function commitNumber(catalog: Database): number {
  return Number(catalog.prepare('SELECT coalesce(max(number), 0) AS number FROM commits').get()?.['number']);
}

/** Takes the next commit number. Only inside a transaction. */
export function nextCommit(catalog: Database, at: Date, what: string): number {
  const row = catalog
    .prepare('INSERT INTO commits (at, what) VALUES (?, ?) RETURNING number')
    .get(at.toISOString(), what);
  return Number(row?.['number']);
}

/** Lets a named graph point at a file, or at none, from this commit on. */
export function moveGraph(
  catalog: Database,
  commit: number,
  graph: Omit<GraphPointer, 'digest'> & { digest: string | null },
): void {
  catalog
    .prepare('INSERT INTO graph_versions (name, number, digest, kind, key) VALUES (?, ?, ?, ?, ?)')
    .run(graph.name, commit, graph.digest, graph.kind, graph.key ?? null);
}

export function currentDigest(catalog: Database, name: string): string | undefined {
  const row = catalog
    .prepare('SELECT digest FROM graph_versions WHERE name = ? ORDER BY number DESC LIMIT 1')
    .get(name);
  return row && text(row, 'digest');
}

/** Names of the graphs that stand and whose name begins so, in order. */
export function namesBelow(catalog: Database, start: string): string[] {
  return catalog
    .prepare(
      'SELECT DISTINCT name FROM graph_versions WHERE name >= ?1 AND substr(name, 1, length(?1)) = ?1 ORDER BY name',
    )
    .all(start)
    .map((row) => String(row['name']))
    .filter((name) => currentDigest(catalog, name) !== undefined);
}

/**
 * Makes sure that all graphs of a commit are still known: those before the last `gc` are not.
 * @throws CorpusError corpus/unknown-commit
 */
export function requireCommit(catalog: Database, commit: number): void {
  const oldest = Number(catalog.prepare("SELECT value FROM meta WHERE name = 'oldest_commit'").get()?.['value'] ?? 0);
  const newest = commitNumber(catalog);
  if (commit >= oldest && commit <= newest) return;
  throw new CorpusError(
    'corpus/unknown-commit',
    `There is no commit ${commit}; those kept are ${oldest} to ${newest}.`,
  );
}

/** Forgets which files held the graphs before the newest commit. */
export function forgetHistory(catalog: Database): void {
  transaction(catalog, () => {
    catalog.exec(
      'DELETE FROM graph_versions AS g WHERE number < (SELECT max(number) FROM graph_versions WHERE name = g.name)',
    );
    catalog
      .prepare(
        "INSERT INTO meta (name, value) VALUES ('oldest_commit', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      )
      .run(String(commitNumber(catalog)));
  });
}

/** All graphs as they were at a commit, by name. */
export function graphsAt(catalog: Database, commit: number): GraphPointer[] {
  return catalog
    .prepare(
      `SELECT name, digest, kind, key FROM graph_versions AS g
       WHERE number = (SELECT max(number) FROM graph_versions WHERE name = g.name AND number <= ?) AND digest IS NOT NULL
       ORDER BY name`,
    )
    .all(commit)
    .map((row) => ({
      name: String(row['name']),
      digest: String(row['digest']),
      kind: row['kind'] as GraphPointer['kind'],
      ...(row['key'] === null ? {} : { key: String(row['key']) }),
    }));
}

/** The last change of each graph after a commit, oldest first. */
export function changesAfter(catalog: Database, commit: number): GraphChange[] {
  return catalog
    .prepare(
      `SELECT name, digest, max(number) AS number FROM graph_versions WHERE number > ? GROUP BY name ORDER BY max(number), name`,
    )
    .all(commit)
    .map((row) => ({
      name: String(row['name']),
      digest: row['digest'] === null ? null : String(row['digest']),
      commit: Number(row['number']),
    }));
}

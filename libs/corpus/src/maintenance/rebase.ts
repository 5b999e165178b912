import { canonicalText, checkBase } from '@askg/ddm';
import { type Database, transaction } from '../catalog/sqlite.ts';
import { commitNumber, graphsAt, moveGraph, nextCommit } from '../commit/graph-history.ts';
import { readGraphFile, writeGraphFile } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';

/**
 * Moves every IRI of the corpus from one base to another: new graph files first, then one transaction for all. Stopped
 * before that, nothing has changed. Only with the corpus locked exclusively.
 * @throws DdmError ddm/invalid-base
 */
export async function rebase(catalog: Database, layout: Layout, from: string, to: string, now: Date): Promise<number> {
  checkBase(to);
  if (to === from) return 0;
  const current = graphsAt(catalog, commitNumber(catalog));
  const sources = catalog.prepare('SELECT digest, graph FROM sources WHERE graph IS NOT NULL').all();
  const moved = new Map<string, string>();
  const files = new Set([...current.map(({ digest }) => digest), ...sources.map(({ graph }) => String(graph))]);
  for (const file of files) {
    moved.set(file, await writeGraphFile(layout, rebaseGraph(await readGraphFile(layout, file), from, to)));
  }
  transaction(catalog, () => {
    const commit = nextCommit(catalog, now, `rebase ${to}`);
    for (const { name, digest, kind, key } of current) {
      moveGraph(catalog, commit, { name, digest: null, kind, ...(key === undefined ? {} : { key }) });
      const newName = to + name.slice(from.length);
      moveGraph(catalog, commit, {
        name: newName,
        digest: moved.get(digest) ?? digest,
        kind,
        ...(key === undefined ? {} : { key }),
      });
    }
    const update = catalog.prepare('UPDATE sources SET graph = ? WHERE digest = ?');
    for (const { digest, graph } of sources) update.run(moved.get(String(graph)) ?? null, String(digest));
    const enrich = catalog.prepare('UPDATE enrichments SET read_graph = ? WHERE read_graph = ?');
    for (const [before, after] of moved) enrich.run(after, before);
    catalog.prepare("UPDATE meta SET value = ? WHERE name = 'base_iri'").run(to);
  });
  return current.length;
}

/**
 * The graph with every IRI of the corpus put from one base under another. Other IRIs under a base stay, and literals, even
 * those that look like IRIs.
 */
export function rebaseGraph(nquads: string, from: string, to: string): string {
  const own = ['paper/', 'graph/', 'source/', 'person/', 'entity/'].map((room) => `<${from}${room}`);
  const move = (term: string): string =>
    own.some((start) => term.startsWith(start)) ? `<${to}${term.slice(from.length + 1)}` : term;
  const lines = nquads.split('\n').slice(0, -1);
  return canonicalText(
    lines.map((line) => {
      const predicate = line.indexOf('> <') + 2;
      const object = line.indexOf('> ', predicate) + 2;
      const graph = line.lastIndexOf(' <') + 1;
      return [
        move(line.slice(0, predicate - 1)),
        line.slice(predicate, object - 1),
        move(line.slice(object, graph - 1)),
        move(line.slice(graph)),
      ].join(' ');
    }),
  );
}

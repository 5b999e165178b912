import { type Format } from '@askg/contract';
import { graphIri } from '@askg/ddm';
import { type Database, transaction } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';
import { commitNumber, currentDigest, moveGraph, nextCommit } from './graph-history.ts';
import { aliasesOf, keyOf } from './identifiers.ts';
import { type CommitResult, type PaperCommit, compareSources } from './paper-commit.ts';

export type CommitContext = { catalog: Database; base: string; now: Date };

/**
 * The one transaction by which a paper becomes visible. The graph file must be on the disk. With several sources of one
 * paper the best one's graph stands, whichever came first.
 * @throws CorpusError corpus/removed for a paper with a tombstone
 */
export function commitPaper({ catalog, base, now }: CommitContext, paper: PaperCommit): CommitResult {
  return transaction(catalog, () => {
    const key = keyOf(catalog, paper.facts.identifiers, paper.source);
    if (key !== paper.key) throw new Error(`the graph was made for ${paper.key}, the paper's key is ${key}`);
    refuseRemoved(catalog, key);
    catalog.prepare('INSERT INTO papers (key) VALUES (?) ON CONFLICT DO NOTHING').run(key);
    const alias = catalog.prepare('INSERT INTO aliases (alias, key) VALUES (?, ?) ON CONFLICT DO NOTHING');
    for (const name of [`key:${key}`, ...aliasesOf(paper.facts.identifiers)]) alias.run(name, key);
    catalog
      .prepare('UPDATE sources SET key = ?, format = ?, pipeline = ?, graph = ?, facts = ?, ms = ? WHERE digest = ?')
      .run(
        key,
        paper.format,
        paper.pipeline,
        paper.graph,
        JSON.stringify(paper.facts),
        JSON.stringify(paper.ms),
        paper.source,
      );
    return pointAtBest({ catalog, base, now }, key);
  });
}

export function refuseRemoved(catalog: Database, key: string): void {
  const row = catalog.prepare('SELECT removed_at FROM papers WHERE key = ?').get(key);
  if (row && row['removed_at'] !== null) {
    throw new CorpusError('corpus/removed', `${key} was removed on ${String(row['removed_at'])}.`);
  }
}

/** Moves the paper's pointer to the graph of its best source, if it is not there already. */
function pointAtBest({ catalog, base, now }: CommitContext, key: string): CommitResult {
  const [best] = catalog
    .prepare('SELECT digest, format, graph FROM sources WHERE key = ? AND graph IS NOT NULL')
    .all(key)
    .map((row) => ({
      digest: String(row['digest']),
      format: row['format'] as Format,
      graph: String(row['graph']),
    }))
    .toSorted(compareSources);
  if (!best) throw new Error(`${key} has no source that was read`);
  const name = graphIri(base, key);
  const version = Number(catalog.prepare('SELECT version FROM papers WHERE key = ?').get(key)?.['version']);
  const unchanged = currentDigest(catalog, name) === best.graph;
  if (unchanged) {
    catalog.prepare('UPDATE papers SET source = ?, format = ? WHERE key = ?').run(best.digest, best.format, key);
    return { commit: commitNumber(catalog), version, unchanged };
  }
  const commit = nextCommit(catalog, now, `paper ${key}`);
  moveGraph(catalog, commit, { name, digest: best.graph, kind: 'paper', key });
  catalog
    .prepare('UPDATE papers SET source = ?, format = ?, version = version + 1 WHERE key = ?')
    .run(best.digest, best.format, key);
  return { commit, version: version + 1, unchanged };
}

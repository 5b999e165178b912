import { type Finding, type Format } from '@askg/contract';
import { graphIri } from '@askg/ddm';
import { text } from '../catalog/row.ts';
import { type Database, transaction } from '../catalog/sqlite.ts';
import { joinCollections, moveMembership } from '../collections/join-collections.ts';
import { CorpusError } from '../corpus-error.ts';
import { dropEnrichment } from '../enrichments/drop-enrichment.ts';
import { stateNotices } from '../status/state-notices.ts';
import { dropStatedBy } from '../status/status-log.ts';
import { commitNumber, currentDigest, moveGraph, nextCommit } from './graph-history.ts';
import { aliasesOf, keyOf } from './identifiers.ts';
import { type CommitResult, type PaperCommit, compareSources } from './paper-commit.ts';

export type CommitContext = { catalog: Database; base: string; now: Date };

/**
 * The one transaction by which a paper becomes visible. The graph file must be on the disk. With several sources of one
 * paper the best one's graph stands, whichever came first.
 * @throws CorpusError corpus/removed for a paper with a tombstone, corpus/key-moved
 */
export function commitPaper(context: CommitContext, paper: PaperCommit): CommitResult {
  const { catalog, now } = context;
  return transaction(catalog, () => {
    const key = keyOf(catalog, paper.facts.identifiers, paper.source);
    if (key !== paper.key) {
      throw new CorpusError('corpus/key-moved', `The graph was made for ${paper.key}; the paper's key is ${key} now.`);
    }
    refuseRemoved(catalog, key);
    const source = catalog.prepare('SELECT key, graph FROM sources WHERE digest = ?').get(paper.source);
    if (!source) throw new Error(`source ${paper.source} was not queued`);
    const earlierKey = text(source, 'graph') === undefined ? undefined : text(source, 'key');
    catalog.prepare('INSERT INTO papers (key) VALUES (?) ON CONFLICT DO NOTHING').run(key);
    const taken = addAliases(catalog, key, [`key:${key}`, ...aliasesOf(paper.facts.identifiers)]);
    const { linking, ...said } = paper.facts;
    const facts = { ...said, findings: [...said.findings, ...taken] };
    catalog
      .prepare(
        `UPDATE sources SET key = ?, format = ?, pipeline = ?, graph = ?, facts = ?, linking = ?, linking_version = ?,
         ms = ? WHERE digest = ?`,
      )
      .run(
        key,
        paper.format,
        paper.pipeline,
        paper.graph,
        JSON.stringify(facts),
        JSON.stringify(linking),
        linking.version,
        JSON.stringify(paper.ms),
        paper.source,
      );
    joinCollections(catalog, paper.source, key);
    if (earlierKey !== undefined && earlierKey !== key) leave(context, earlierKey, key);
    const result = pointAtBest(context, key);
    stateNotices(catalog, key, now);
    return result;
  });
}

function refuseRemoved(catalog: Database, key: string): void {
  const row = catalog.prepare('SELECT removed_at FROM papers WHERE key = ?').get(key);
  if (row && row['removed_at'] !== null) {
    throw new CorpusError('corpus/removed', `${key} was removed on ${String(row['removed_at'])}.`);
  }
}

/**
 * Makes the paper known by these names. A name stays with the paper that had it first: one source that carries the
 * identifiers of two papers may be wrong, and papers that were joined cannot be told apart again.
 */
function addAliases(catalog: Database, key: string, aliases: readonly string[]): Finding[] {
  return aliases.flatMap((alias) => {
    catalog.prepare('INSERT INTO aliases (alias, key) VALUES (?, ?) ON CONFLICT DO NOTHING').run(alias, key);
    const owner = String(catalog.prepare('SELECT key FROM aliases WHERE alias = ?').get(alias)?.['key']);
    if (owner === key) return [];
    return [
      {
        code: 'corpus/identifier-taken',
        severity: 'warning',
        message: `${alias} is that of the paper ${owner} already.`,
      },
    ];
  });
}

/** A source has turned out to be of another paper. What stays without any source becomes a name of that paper. */
function leave(context: CommitContext, key: string, to: string): void {
  const { catalog, base, now } = context;
  if (catalog.prepare('SELECT 1 FROM sources WHERE key = ? AND graph IS NOT NULL').get(key)) {
    pointAtBest(context, key);
    stateNotices(catalog, key, now);
    return;
  }
  catalog.prepare('UPDATE aliases SET key = ? WHERE key = ?').run(to, key);
  const commit = nextCommit(catalog, now, `join ${key} to ${to}`);
  dropEnrichment(context, commit, key);
  moveMembership(catalog, key, to);
  dropStatedBy(catalog, key);
  catalog.prepare('DELETE FROM papers WHERE key = ?').run(key);
  moveGraph(catalog, commit, { name: graphIri(base, key), digest: null, kind: 'paper', key });
}

/** Moves the paper's pointer to the graph of its best source, if it is not there already. */
function pointAtBest(context: CommitContext, key: string): CommitResult {
  const { catalog, base, now } = context;
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
  dropEnrichment(context, commit, key);
  catalog
    .prepare('UPDATE papers SET source = ?, format = ?, version = version + 1 WHERE key = ?')
    .run(best.digest, best.format, key);
  return { commit, version: version + 1, unchanged };
}

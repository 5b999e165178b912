import { graphIri } from '@askg/ddm';
import { redactAnswers } from '../answers/answers.ts';
import { type Database, transaction } from '../catalog/sqlite.ts';
import { leaveCollections } from '../collections/join-collections.ts';
import { CorpusError } from '../corpus-error.ts';
import { dropEnrichment } from '../enrichments/drop-enrichment.ts';
import type { Layout } from '../files/layout.ts';
import { moveLinks } from '../links/commit-links.ts';
import { dropStatedBy } from '../status/status-log.ts';
import type { CommitContext } from './commit-paper.ts';
import { commitNumber, currentDigest, moveGraph, nextCommit } from './graph-history.ts';
import { resolveKey } from './identifiers.ts';

/**
 * Takes a paper's graph and all links to it away in one commit, forgets what was read of it, takes its words out of the
 * answers, and keeps its key and identifiers as a tombstone.
 * @throws CorpusError corpus/unknown-paper, corpus/removed when it was removed before
 */
export function removePaper(context: CommitContext, layout: Layout, name: string): { key: string; commit: number } {
  const { catalog, base, now } = context;
  return transaction(catalog, () => {
    const key = resolveKey(catalog, name);
    if (key === undefined) throw new CorpusError('corpus/unknown-paper', `No paper has the key or identifier ${name}.`);
    const { changes } = catalog
      .prepare('UPDATE papers SET removed_at = ? WHERE key = ? AND removed_at IS NULL')
      .run(now.toISOString(), key);
    if (changes === 0) throw new CorpusError('corpus/removed', `${key} was removed before.`);
    catalog.prepare('DELETE FROM jobs WHERE source IN (SELECT digest FROM sources WHERE key = ?)').run(key);
    catalog.prepare('DELETE FROM sources WHERE key = ?').run(key);
    leaveCollections(catalog, key);
    dropStatedBy(catalog, key);
    redactAnswers(catalog, key);
    const graph = graphIri(base, key);
    // Its tombstone had been lifted, and it was not read again since: there is no graph to take away.
    if (currentDigest(catalog, graph) === undefined) return { key, commit: commitNumber(catalog) };
    const commit = nextCommit(catalog, now, `remove ${key}`);
    moveGraph(catalog, commit, { name: graph, digest: null, kind: 'paper', key });
    dropEnrichment(context, commit, key);
    moveLinks(context, layout, () => commit);
    return { key, commit };
  });
}

/** Lets a removed paper be read again. @returns whether there was a tombstone */
export function liftTombstone(catalog: Database, key: string): boolean {
  const { changes } = catalog
    .prepare('UPDATE papers SET removed_at = NULL WHERE key = ? AND removed_at IS NOT NULL')
    .run(key);
  return changes > 0;
}

import { enrichedGraphIri } from '@askg/ddm';
import type { CommitContext } from '../commit/commit-paper.ts';
import { currentDigest, moveGraph } from '../commit/graph-history.ts';

/**
 * Takes away what was suggested about a paper, in the commit that changes or removes the paper: it speaks of sentences that
 * do not stand any more. Within a transaction.
 */
export function dropEnrichment({ catalog, base }: CommitContext, commit: number, key: string): void {
  catalog.prepare('DELETE FROM enrichments WHERE key = ?').run(key);
  const name = enrichedGraphIri(base, key);
  if (currentDigest(catalog, name) !== undefined) moveGraph(catalog, commit, { name, digest: null, kind: 'links' });
}

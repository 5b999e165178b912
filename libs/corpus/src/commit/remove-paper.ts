import { graphIri } from '@askg/ddm';
import { transaction } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';
import type { Layout } from '../files/layout.ts';
import { commitLinks } from '../links/commit-links.ts';
import type { CommitContext } from './commit-paper.ts';
import { moveGraph, nextCommit } from './graph-history.ts';
import { resolveKey } from './identifiers.ts';

/** Takes a paper's graph away, forgets what was read of it, and keeps its key and identifiers as a tombstone. */
export async function removePaper(
  context: CommitContext,
  layout: Layout,
  name: string,
): Promise<{ key: string; commit: number }> {
  const { catalog, base, now } = context;
  const key = resolveKey(catalog, name);
  if (key === undefined) throw new CorpusError('corpus/unknown-paper', `No paper has the key or identifier ${name}.`);
  transaction(catalog, () => {
    const { changes } = catalog
      .prepare('UPDATE papers SET removed_at = ? WHERE key = ? AND removed_at IS NULL')
      .run(now.toISOString(), key);
    if (changes === 0) throw new CorpusError('corpus/removed', `${key} was removed before.`);
    catalog.prepare('DELETE FROM jobs WHERE source IN (SELECT digest FROM sources WHERE key = ?)').run(key);
    catalog.prepare('DELETE FROM sources WHERE key = ?').run(key);
    moveGraph(catalog, nextCommit(catalog, now, `remove ${key}`), {
      name: graphIri(base, key),
      digest: null,
      kind: 'paper',
      key,
    });
  });
  return { key, commit: (await commitLinks(context, layout)).commit };
}

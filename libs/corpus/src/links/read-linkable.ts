import { DdmError, quadsToDocument } from '@askg/ddm';
import type { Database } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';
import { readGraphFile } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';
import { type LinkingFacts, linkingFacts, linkingVersion } from './facts/linking-facts.ts';
import type { LinkablePaper } from './linkable-paper.ts';

/** All papers that stand, as links are derived from them. Those whose facts are still to be read are left out. */
export function linkablePapers(catalog: Database): LinkablePaper[] {
  const dois = new Map<string, string[]>();
  for (const { alias, key } of catalog.prepare("SELECT alias, key FROM aliases WHERE alias LIKE 'doi:%'").all()) {
    const known = dois.get(String(key)) ?? [];
    known.push(String(alias).slice('doi:'.length));
    dois.set(String(key), known);
  }
  return catalog
    .prepare(
      `SELECT papers.key AS key, linking FROM papers JOIN sources ON digest = papers.source
       WHERE removed_at IS NULL AND graph IS NOT NULL AND linking IS NOT NULL`,
    )
    .all()
    .map((row) => ({
      key: String(row['key']),
      dois: dois.get(String(row['key'])) ?? [],
      facts: JSON.parse(String(row['linking'])) as LinkingFacts,
    }));
}

/**
 * Reads from the graph files what links are derived from, for the papers that an earlier version committed without it. A
 * file that is missing or damaged is passed over: its paper has no links until it is mended, and `verify` tells of it.
 */
export async function completeFacts(catalog: Database, layout: Layout, base: string): Promise<void> {
  const rows = catalog
    .prepare(
      `SELECT digest, graph FROM papers JOIN sources ON digest = papers.source
       WHERE removed_at IS NULL AND graph IS NOT NULL AND linking_version IS NOT ?`,
    )
    .all(linkingVersion);
  const update = catalog.prepare(
    'UPDATE sources SET linking = ?, linking_version = ? WHERE digest = ? AND graph = ? AND linking_version IS NOT ?2',
  );
  for (const { digest, graph } of rows) {
    try {
      const document = quadsToDocument(await readGraphFile(layout, String(graph)), { base });
      update.run(JSON.stringify(linkingFacts(document)), linkingVersion, String(digest), String(graph));
    } catch (error) {
      if (!(error instanceof CorpusError || error instanceof DdmError)) throw error;
    }
  }
}

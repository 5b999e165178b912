import { linksGraphIri } from '@askg/ddm';
import { type Database, transaction } from '../catalog/sqlite.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { commitNumber, currentDigest, moveGraph, nextCommit } from '../commit/graph-history.ts';
import type { DocumentFacts } from '../commit/paper-commit.ts';
import { writeGraphFile } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';
import { type LinkablePaper, deriveLinks } from './derive-links.ts';

/** Derives the links between all papers and commits their graph if it differs from the one that stands. */
export async function commitLinks(
  context: CommitContext,
  layout: Layout,
): Promise<{ commit: number; unchanged: boolean }> {
  const { catalog, base, now } = context;
  const name = linksGraphIri(base);
  for (;;) {
    const seen = commitNumber(catalog);
    const nquads = deriveLinks(linkablePapers(catalog), base);
    const digest = nquads === '' ? null : await writeGraphFile(layout, nquads);
    const result = transaction(catalog, () => {
      // Papers that came while the file was written belong into the links too.
      if (commitNumber(catalog) !== seen) return undefined;
      if ((currentDigest(catalog, name) ?? null) === digest) return { commit: seen, unchanged: true };
      const commit = nextCommit(catalog, now, 'links');
      moveGraph(catalog, commit, { name, digest, kind: 'links' });
      return { commit, unchanged: false };
    });
    if (result) return result;
  }
}

function linkablePapers(catalog: Database): LinkablePaper[] {
  const dois = new Map<string, string[]>();
  for (const { alias, key } of catalog.prepare("SELECT alias, key FROM aliases WHERE alias LIKE 'doi:%'").all()) {
    dois.set(String(key), [...(dois.get(String(key)) ?? []), String(alias).slice('doi:'.length)]);
  }
  return catalog
    .prepare(
      'SELECT papers.key AS key, facts FROM papers JOIN sources ON digest = papers.source WHERE removed_at IS NULL',
    )
    .all()
    .map((row) => ({
      key: String(row['key']),
      dois: dois.get(String(row['key'])) ?? [],
      cited: (JSON.parse(String(row['facts'])) as DocumentFacts).cited,
    }));
}

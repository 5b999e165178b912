import { linksGraphIri } from '@askg/ddm';
import { type Database, transaction } from '../catalog/sqlite.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { commitNumber, currentDigest, moveGraph, nextCommit } from '../commit/graph-history.ts';
import type { DocumentFacts } from '../commit/paper-commit.ts';
import { graphDigest, writeGraphFileNow } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';
import { type LinkablePaper, deriveLinks } from './derive-links.ts';

/** Derives the links between all papers and commits their graph if it differs from the one that stands. */
export function commitLinks(context: CommitContext, layout: Layout): { commit: number; unchanged: boolean } {
  const { catalog, now } = context;
  return transaction(catalog, () => {
    let commit = commitNumber(catalog);
    const unchanged = !moveLinks(context, layout, () => (commit = nextCommit(catalog, now, 'links')));
    return { commit, unchanged };
  });
}

/**
 * Lets the links graph follow the papers, under the commit that `takeCommit` gives. Within a transaction, so that no paper
 * comes between. @returns whether the links have changed
 */
export function moveLinks({ catalog, base }: CommitContext, layout: Layout, takeCommit: () => number): boolean {
  const name = linksGraphIri(base);
  const nquads = deriveLinks(linkablePapers(catalog), base);
  const digest = nquads === '' ? null : graphDigest(nquads);
  if ((currentDigest(catalog, name) ?? null) === digest) return false;
  if (digest !== null) writeGraphFileNow(layout, nquads);
  moveGraph(catalog, takeCommit(), { name, digest, kind: 'links' });
  return true;
}

function linkablePapers(catalog: Database): LinkablePaper[] {
  const dois = new Map<string, string[]>();
  for (const { alias, key } of catalog.prepare("SELECT alias, key FROM aliases WHERE alias LIKE 'doi:%'").all()) {
    const known = dois.get(String(key)) ?? [];
    known.push(String(alias).slice('doi:'.length));
    dois.set(String(key), known);
  }
  return catalog
    .prepare(
      `SELECT papers.key AS key, json_extract(facts, '$.cited') AS cited FROM papers JOIN sources ON digest = papers.source
       WHERE removed_at IS NULL AND graph IS NOT NULL`,
    )
    .all()
    .map((row) => ({
      key: String(row['key']),
      dois: dois.get(String(row['key'])) ?? [],
      cited: JSON.parse(String(row['cited'])) as DocumentFacts['cited'],
    }));
}

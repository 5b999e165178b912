import type { PublicationStatus } from '@askg/contract';
import { text } from '../catalog/row.ts';
import type { Database } from '../catalog/sqlite.ts';
import { standing } from './standing.ts';
import { statedByTitle, titleGlobs } from './stated-by-title.ts';
import { logOfPaper, logOfPapers } from './status-log.ts';

/** The papers that are not in good standing, by their keys. */
export function standingPapers(catalog: Database): Map<string, PublicationStatus> {
  const stated = statedByTitles(catalog);
  const logs = logOfPapers(catalog);
  const standings = new Map<string, PublicationStatus>();
  for (const key of new Set([...logs.keys(), ...stated.keys()])) {
    const own = stated.get(key);
    const status = standing([...(own ? [own] : []), ...(logs.get(key) ?? [])]);
    if (status) standings.set(key, status);
  }
  return standings;
}

/** The status of one paper; undefined in good standing. */
export function standingOfPaper(catalog: Database, key: string): PublicationStatus | undefined {
  const row = catalog
    .prepare(
      `SELECT json_extract(facts, '$.title') AS title FROM papers JOIN sources ON digest = papers.source
       WHERE papers.key = ? AND removed_at IS NULL AND graph IS NOT NULL`,
    )
    .get(key);
  if (!row) return undefined;
  const own = statedByTitle(text(row, 'title') ?? '');
  return standing([...(own ? [own] : []), ...logOfPaper(catalog, key)]);
}

function statedByTitles(catalog: Database): Map<string, PublicationStatus> {
  const rows = catalog
    .prepare(
      `SELECT * FROM (
         SELECT papers.key AS key, json_extract(facts, '$.title') AS title
         FROM papers JOIN sources ON digest = papers.source WHERE removed_at IS NULL AND graph IS NOT NULL
       ) WHERE ${titleGlobs.map(() => 'title GLOB ?').join(' OR ')}`,
    )
    .all(...titleGlobs);
  return new Map(
    rows.flatMap((row) => {
      const status = statedByTitle(text(row, 'title') ?? '');
      return status ? [[String(row['key']), status] as const] : [];
    }),
  );
}

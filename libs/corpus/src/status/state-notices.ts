import type { StatusNotice } from '@askg/contract';
import { json } from '../catalog/row.ts';
import type { Database } from '../catalog/sqlite.ts';
import { byDocument } from './logged-status.ts';
import { doiAddress, plainDoi } from './statement-of.ts';
import { dropStatedBy, recordStatus } from './status-log.ts';

/**
 * Keeps what the paper with this key, as it stands, says of other articles, in place of what it said before. It is a
 * suggestion: people and feeds may say otherwise. Only inside a transaction.
 */
export function stateNotices(catalog: Database, key: string, at: Date): void {
  dropStatedBy(catalog, key);
  const row = catalog
    .prepare(
      `SELECT json_extract(facts, '$.notices') AS notices, json_extract(facts, '$.identifiers.doi') AS doi
       FROM papers JOIN sources ON digest = papers.source WHERE papers.key = ?`,
    )
    .get(key);
  const notices = ((row && json(row, 'notices')) ?? []) as StatusNotice[];
  const own = plainDoi(String(row?.['doi'] ?? ''));
  for (const { status, doi } of notices) {
    const about = plainDoi(doi);
    if (about === undefined || about === own) continue;
    const said = { status, ...(own === undefined ? {} : { notice: doiAddress(own) }) };
    recordStatus(catalog, `doi:${about}`, said, { source: byDocument, at, statedBy: key });
  }
}

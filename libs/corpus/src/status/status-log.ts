import type { StatusStatement } from '@askg/contract';
import { type CatalogRow, text } from '../catalog/row.ts';
import type { Database } from '../catalog/sqlite.ts';
import type { LoggedStatus } from './logged-status.ts';

/** What documents say comes first, whenever they were read: whoever else says something knows of it. */
const inOrder = 'ORDER BY stated_by IS NULL, id';

/** All that was said about a paper under any of its names, oldest first; before that, what notices say that were read. */
export function logOfPaper(catalog: Database, key: string): LoggedStatus[] {
  return catalog
    .prepare(`SELECT * FROM statuses WHERE work IN (SELECT alias FROM aliases WHERE key = ?) ${inOrder}`)
    .all(key)
    .map(entryOf);
}

/** The same of a work by one name. */
export function logOfWork(catalog: Database, work: string): LoggedStatus[] {
  return catalog.prepare(`SELECT * FROM statuses WHERE work = ? ${inOrder}`).all(work).map(entryOf);
}

/** What was said about all papers that stand, by their keys, each oldest first. */
export function logOfPapers(catalog: Database): Map<string, LoggedStatus[]> {
  const logs = new Map<string, LoggedStatus[]>();
  // The papers are few beside the works that a feed names.
  const rows = catalog
    .prepare(
      `SELECT papers.key AS key, statuses.* FROM papers JOIN sources ON digest = papers.source
       JOIN aliases ON aliases.key = papers.key CROSS JOIN statuses ON work = alias
       WHERE removed_at IS NULL AND graph IS NOT NULL ${inOrder}`,
    )
    .all();
  for (const row of rows) {
    const key = String(row['key']);
    const log = logs.get(key);
    if (log) log.push(entryOf(row));
    else logs.set(key, [entryOf(row)]);
  }
  return logs;
}

/** Only inside a transaction. @returns the number of the entry */
export function recordStatus(
  catalog: Database,
  work: string,
  said: StatusStatement,
  { source, at, statedBy }: { source: string; at: Date; statedBy?: string },
): number {
  const row = catalog
    .prepare(
      `INSERT INTO statuses (work, status, date, reason, notice, source, stated_by, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       RETURNING id`,
    )
    .get(
      work,
      said.status,
      said.date ?? null,
      said.reason ?? null,
      said.notice ?? null,
      source,
      statedBy ?? null,
      at.toISOString(),
    );
  return Number(row?.['id']);
}

/** Whether this source has said this of the work before; a reason in other words is nothing new. */
export function isRecorded(catalog: Database, work: string, said: StatusStatement, source: string): boolean {
  return logOfWork(catalog, work).some(
    (entry) =>
      entry.source === source &&
      entry.status === said.status &&
      entry.date === said.date &&
      entry.notice === said.notice,
  );
}

/** @returns the entry that was deleted; what a document says is not taken back but by saying something else */
export function deleteStatus(catalog: Database, id: number): LoggedStatus | undefined {
  const row = catalog.prepare('DELETE FROM statuses WHERE id = ? AND stated_by IS NULL RETURNING *').get(id);
  return row && entryOf(row);
}

function entryOf(row: CatalogRow): LoggedStatus {
  const [date, reason, notice] = [text(row, 'date'), text(row, 'reason'), text(row, 'notice')];
  return {
    id: Number(row['id']),
    work: String(row['work']),
    status: row['status'] as StatusStatement['status'],
    ...(date === undefined ? {} : { date }),
    ...(reason === undefined ? {} : { reason }),
    ...(notice === undefined ? {} : { notice }),
    source: String(row['source']),
    recorded: String(row['recorded']),
  };
}

/** Forgets what a paper says of others. Only inside a transaction. */
export function dropStatedBy(catalog: Database, key: string): void {
  catalog.prepare('DELETE FROM statuses WHERE stated_by = ?').run(key);
}

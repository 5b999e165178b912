import type { Database } from '../../catalog/sqlite.ts';
import type { DecidedPerson, Decision } from './decision.ts';

/** A decision as it stands in the log, with the time it was made. */
export type LoggedDecision = Decision & { at: string };

type Recorded =
  { kind: 'merge'; members: DecidedPerson[] } | { kind: 'split'; members: DecidedPerson[]; others: DecidedPerson[] };

/** What a decision is about: someone, or something, that papers name. */
export type Subject = 'people' | 'entities';

/** All decisions about people, or about entities, oldest first. */
export function readDecisions(catalog: Database, about: Subject = 'people'): LoggedDecision[] {
  return catalog
    .prepare('SELECT id, at, decision FROM decisions WHERE about = ? ORDER BY id')
    .all(about)
    .map((row) => ({
      id: Number(row['id']),
      at: String(row['at']),
      ...(JSON.parse(String(row['decision'])) as Recorded),
    }));
}

/** Only inside a transaction. */
export function recordDecision(
  catalog: Database,
  at: Date,
  decision: Recorded,
  about: Subject = 'people',
): LoggedDecision {
  const row = catalog
    .prepare('INSERT INTO decisions (at, about, decision) VALUES (?, ?, ?) RETURNING id')
    .get(at.toISOString(), about, JSON.stringify(decision));
  return { id: Number(row?.['id']), at: at.toISOString(), ...decision };
}

/** @returns whether there was one */
export function deleteDecision(catalog: Database, id: number, about: Subject = 'people'): boolean {
  return catalog.prepare('DELETE FROM decisions WHERE about = ? AND id = ?').run(about, id).changes > 0;
}

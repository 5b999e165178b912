import { CorpusError } from '../corpus-error.ts';
import type { Database } from './sqlite.ts';

/** A value that every catalog holds since it was made. @throws CorpusError corpus/damaged-catalog */
export function readMeta(catalog: Database, name: 'base_iri' | 'id'): string {
  const row = catalog.prepare('SELECT value FROM meta WHERE name = ?').get(name);
  if (!row) throw new CorpusError('corpus/damaged-catalog', `The catalog does not tell its ${name}.`);
  return String(row['value']);
}

import type { Database } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';
import type { Fault } from './verify.ts';

/** What must hold in every catalog, each as a query for the rows that break it. */
const rules = {
  'The commit numbers have a gap.':
    'SELECT 1 WHERE (SELECT count(*) FROM commits) <> (SELECT coalesce(max(number), 0) FROM commits)',
  'A paper has neither a graph nor a tombstone, and was not given free to be read again.': `
    SELECT 1 FROM papers AS p WHERE removed_at IS NULL AND source IN (SELECT digest FROM sources WHERE graph IS NOT NULL)
    AND (SELECT digest FROM graph_versions WHERE key = p.key ORDER BY number DESC, digest IS NULL LIMIT 1) IS NULL`,
  'A removed paper has a graph.': `
    SELECT 1 FROM papers AS p WHERE removed_at IS NOT NULL
    AND (SELECT digest FROM graph_versions WHERE key = p.key ORDER BY number DESC, digest IS NULL LIMIT 1) IS NOT NULL`,
  'A row names a row that is not there.': 'PRAGMA foreign_key_check',
};

/** What is wrong with the catalog itself: its pages, or rows that contradict each other. */
export function catalogFaults(catalog: Database): Fault[] {
  const fault = (detail: string): Fault => ({
    code: 'corpus/damaged-catalog',
    severity: 'error',
    file: 'catalog.sqlite',
    detail,
  });
  try {
    const pages = catalog
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => String(row['integrity_check']))
      .filter((text) => text !== 'ok');
    if (pages.length > 0) return pages.map(fault);
    return Object.entries(rules)
      .filter(([, query]) => catalog.prepare(query).all().length > 0)
      .map(([detail]) => fault(detail));
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return [fault(error.message)];
  }
}

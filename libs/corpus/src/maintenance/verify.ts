import { readdirSync } from 'node:fs';
import type { Database } from '../catalog/sqlite.ts';
import { commitNumber, graphsAt } from '../commit/graph-history.ts';
import { CorpusError } from '../corpus-error.ts';
import { readGraphFile } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';
import { readSourceFile } from '../files/source-files.ts';
import { referencedFiles } from './referenced-files.ts';

/** A fault that verify found; `file` is a path within the corpus. */
export type Fault = { code: string; severity: 'info' | 'error'; file: string; detail: string };
export type VerifyProgress = { done: number; total: number; faults: readonly Fault[] };
/** Says what is wrong with a graph besides its digest. */
export type GraphCheck = (nquads: string, name: string) => Promise<{ code: string; detail: string }[]>;

/**
 * Checks the catalog, every source and every graph file of the current commit against their digests, and each graph by
 * `check` where one is given. Yields after each file, at the end with `done` equal to `total`. Changes nothing.
 */
export async function* verify(catalog: Database, layout: Layout, check?: GraphCheck): AsyncGenerator<VerifyProgress> {
  const faults: Fault[] = [];
  const sources = catalog
    .prepare('SELECT digest FROM sources ORDER BY digest')
    .all()
    .map(({ digest }) => String(digest));
  const graphs = graphsAt(catalog, commitNumber(catalog));
  const total = sources.length + graphs.length + 1;
  let done = 0;
  const note = (file: string, error: unknown): void => {
    if (!(error instanceof CorpusError)) throw error;
    faults.push({ code: error.code, severity: 'error', file, detail: error.message });
  };
  for (const row of catalog.prepare('PRAGMA integrity_check').all()) {
    const text = String(row['integrity_check']);
    if (text === 'ok') continue;
    faults.push({ code: 'corpus/damaged-catalog', severity: 'error', file: 'catalog.sqlite', detail: text });
  }
  faults.push(...unreferencedFiles(catalog, layout));
  yield { done: ++done, total, faults };
  for (const digest of sources) {
    try {
      await readSourceFile(layout, digest);
    } catch (error) {
      note(`sources/${digest}`, error);
    }
    yield { done: ++done, total, faults };
  }
  for (const { digest, name } of graphs) {
    const file = `graphs/${digest}.nq.gz`;
    try {
      const nquads = await readGraphFile(layout, digest);
      for (const fault of (await check?.(nquads, name)) ?? []) faults.push({ ...fault, severity: 'error', file });
    } catch (error) {
      note(file, error);
    }
    yield { done: ++done, total, faults };
  }
}

/** Files that no source and no graph version names: leavings of processes that were killed. `gc` removes them. */
export function unreferencedFiles(catalog: Database, layout: Layout): Fault[] {
  const known = new Set(referencedFiles(catalog));
  const files = [
    ...readdirSync(layout.sources).map((name) => `sources/${name}`),
    ...readdirSync(layout.graphs).map((name) => `graphs/${name}`),
    ...readdirSync(layout.temporary).map((name) => `tmp/${name}`),
  ];
  return files
    .filter((file) => !known.has(file))
    .map((file) => ({
      code: 'corpus/unreferenced-file',
      severity: 'info',
      file,
      detail: 'Nothing names this file; gc removes it.',
    }));
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../catalog/sqlite.ts';
import { commitNumber, graphsAt } from '../commit/graph-history.ts';
import { CorpusError } from '../corpus-error.ts';
import { readGraphFile } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';
import { readSourceFile } from '../files/source-files.ts';
import { catalogFaults } from './catalog-faults.ts';
import { referencedFiles, referencedGraphs, referencedSources } from './referenced-files.ts';

/** A fault that verify found; `file` is a path within the corpus. */
export type Fault = { code: string; severity: 'info' | 'error'; file: string; detail: string };
export type VerifyProgress = { done: number; total: number; faults: readonly Fault[] };
/** Says what is wrong with a graph besides its digest. */
export type GraphCheck = (nquads: string, name: string) => Promise<{ code: string; detail: string }[]>;

/**
 * Checks the catalog, then every source and every graph file that it names against their digests, and each graph of the
 * current commit by `check` where one is given. Yields after each file, at the end with `done` equal to `total`. A catalog
 * that cannot be read ends the check. Changes nothing.
 */
export async function* verify(catalog: Database, layout: Layout, check?: GraphCheck): AsyncGenerator<VerifyProgress> {
  const faults: Fault[] = catalogFaults(catalog);
  if (faults.length > 0) {
    yield { done: 1, total: 1, faults };
    return;
  }
  const sources = referencedSources(catalog);
  const graphs = referencedGraphs(catalog);
  const names = new Map(graphsAt(catalog, commitNumber(catalog)).map(({ digest, name }) => [digest, name]));
  const total = sources.length + graphs.length + 1;
  let done = 0;
  const note = (file: string, error: unknown): void => {
    if (!(error instanceof CorpusError)) throw error;
    faults.push({ code: error.code, severity: 'error', file, detail: error.message });
  };
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
  for (const digest of graphs) {
    const file = `graphs/${digest}.nq.gz`;
    try {
      const nquads = await readGraphFile(layout, digest);
      const name = names.get(digest);
      const found = name === undefined ? [] : ((await check?.(nquads, name)) ?? []);
      for (const fault of found) faults.push({ ...fault, severity: 'error', file });
    } catch (error) {
      note(file, error);
    }
    yield { done: ++done, total, faults };
  }
}

/** Files that no source and no graph version names: leavings of processes that were killed. `gc` removes them. */
export function unreferencedFiles(catalog: Database, layout: Layout): Fault[] {
  const known = new Set(referencedFiles(catalog));
  const files = ['sources', 'graphs', 'tmp']
    .filter((folder) => existsSync(join(layout.folder, folder)))
    .flatMap((folder) => readdirSync(join(layout.folder, folder)).map((name) => `${folder}/${name}`));
  return files
    .filter((file) => !known.has(file))
    .map((file) => ({
      code: 'corpus/unreferenced-file',
      severity: 'info',
      file,
      detail: 'Nothing names this file; gc removes it.',
    }));
}

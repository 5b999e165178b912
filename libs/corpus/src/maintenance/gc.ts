import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../catalog/sqlite.ts';
import { forgetHistory } from '../commit/graph-history.ts';
import type { Layout } from '../files/layout.ts';
import { unreferencedFiles } from './verify.ts';

export type GcReport = { files: number; bytes: number };

/**
 * Forgets the graphs of earlier commits and deletes every file that nothing names any more. An answer given on an earlier
 * commit cannot be run again on it afterwards. Only with the corpus locked exclusively.
 */
export function collectGarbage(catalog: Database, layout: Layout): GcReport {
  forgetHistory(catalog);
  let bytes = 0;
  const files = unreferencedFiles(catalog, layout).map(({ file }) => join(layout.folder, file));
  for (const file of files) {
    bytes += statSync(file).size;
    rmSync(file);
  }
  return { files: files.length, bytes };
}

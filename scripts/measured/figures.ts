import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Figure = { name: string; value: number; unit: string; bar?: number | string };

export const root = join(import.meta.dirname, '..', '..');

/** The figures of a file below `results`; undefined where there is none. */
export function figuresOf(file: string): Figure[] | undefined {
  const path = join(root, 'results', file);
  if (!existsSync(path)) return undefined;
  const report = JSON.parse(readFileSync(path, 'utf8')) as { measures?: Figure[]; figures?: Figure[] };
  return report.measures ?? report.figures ?? [];
}

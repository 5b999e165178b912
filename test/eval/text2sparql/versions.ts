import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** Versions of what a figure rests on: askg itself, the engine that ran the queries, and Node. */
export function versions(): Record<string, string> {
  const of = (...path: string[]): string =>
    (JSON.parse(readFileSync(join(root, ...path, 'package.json'), 'utf8')) as { version: string }).version;
  return { askg: of(), oxigraph: of('node_modules', 'oxigraph'), node: process.version };
}

import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { IngestError } from '../ingest-error.ts';
import { latexParts } from './latex-parts.ts';

/** `named`: the caller gave this very file, so that not reading it is a failure. */
export type Found =
  { type: 'file'; path: string; named: boolean } | { type: 'skipped'; path: string; named: boolean; reason: string };

const xmlEnding = /(?:\.jats)?\.(?:xml|nxml)$/i;

/** The name without the ending that says the format: `a.jats.xml` and `a.pdf` are two forms of one paper. */
function stemOf(name: string): string {
  return name.replace(xmlEnding, '').replace(/\.pdf$/i, '');
}

/** What stands at each path. @throws IngestError ingest/not-found */
export async function requirePaths(paths: readonly string[]): Promise<{ path: string; stats: Stats }[]> {
  return Promise.all(
    paths.map(async (path) => {
      const stats = await stat(path).catch(() => undefined);
      if (!stats) throw new IngestError('ingest/not-found', `There is no ${resolve(path)}.`);
      return { path: resolve(path), stats };
    }),
  );
}

/**
 * The files at and below some paths, in order of name, so that every run meets them alike. Names that start with a dot are
 * passed over, and links are not followed: a folder gives what is in it and nothing else. What belongs to a paper in
 * LaTeX is no paper of its own.
 * @param except folders that are not entered, such as that of the corpus
 * @throws IngestError ingest/not-found, before anything is yielded
 */
export async function* walk(paths: readonly string[], except: readonly string[] = []): AsyncGenerator<Found> {
  const barred = new Set(except.map((folder) => resolve(folder)));
  for (const { path, stats } of await requirePaths(paths)) {
    if (stats.isDirectory()) yield* walkFolder(path, barred);
    else if (stats.isFile()) yield { type: 'file', path, named: true };
    else yield { type: 'skipped', path, named: true, reason: 'not a regular file' };
  }
}

async function* walkFolder(
  folder: string,
  barred: ReadonlySet<string>,
  partsAbove: ReadonlyMap<string, string> = new Map(),
): AsyncGenerator<Found> {
  if (barred.has(folder)) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    yield { type: 'skipped', path: folder, named: false, reason: 'the folder cannot be read' };
    return;
  }
  const inXml = new Set(entries.flatMap(({ name }) => (xmlEnding.test(name) ? [stemOf(name)] : [])));
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const parts = new Map([...partsAbove, ...latexParts(folder, names.toSorted(), partsAbove)]);
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (/\.pdf$/i.test(entry.name) && inXml.has(stemOf(entry.name))) {
      yield { type: 'skipped', path, named: false, reason: 'the same paper stands beside it as XML, which tells more' };
      continue;
    }
    const part = parts.get(path);
    if (part !== undefined && entry.isFile()) {
      yield { type: 'skipped', path, named: false, reason: part };
      continue;
    }
    if (entry.isDirectory()) yield* walkFolder(path, barred, parts);
    else if (entry.isFile()) yield { type: 'file', path, named: false };
    else if (entry.isSymbolicLink()) yield { type: 'skipped', path, named: false, reason: 'links are not followed' };
    else yield { type: 'skipped', path, named: false, reason: 'not a regular file' };
  }
}

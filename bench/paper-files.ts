import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Format } from '@askg/contract';
import { detectFormat, holdsPaper, isReadable, splitSource } from '@askg/ddm';
import { saysPaper } from '@askg/ingest';
import { companionOf } from '../test/eval/documents/companion-of.ts';

export type PaperFile = {
  name: string;
  bytes: Uint8Array;
  format: Format;
  companion: (name: string) => Uint8Array | undefined;
};

/**
 * Every paper below a folder that is no PDF, in order of name: files that ingest would take from a folder, each part of a
 * file of several, and what is in archives of data.
 */
export async function* paperFiles(folder: string, shown = basename(resolve(folder))): AsyncGenerator<PaperFile> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.toSorted()) yield* papersOf(path, join(shown, relative(folder, path)));
}

async function* papersOf(path: string, name: string): AsyncGenerator<PaperFile> {
  const bytes = await readFile(path);
  const format = detectFormat(bytes, path);
  if (format === 'latex' && /\.(?:tar\.gz|tgz)$/.test(path) && !(await holdsPaper(bytes, format))) {
    yield* papersOfArchive(path, name);
    return;
  }
  if (!format || format === 'pdf' || !isReadable(format) || !saysPaper(bytes.subarray(0, 64 * 1024), format)) return;
  const companion = companionOf(path, bytes, format);
  const parts = await splitSource(bytes, { as: format });
  if (parts.length === 0) yield { name, bytes, format, companion };
  for (const part of parts) yield { name: `${name}#${part.name}`, bytes: part.bytes, format, companion };
}

async function* papersOfArchive(archive: string, name: string): AsyncGenerator<PaperFile> {
  const folder = await mkdtemp(join(tmpdir(), 'askg-bench-'));
  try {
    await promisify(execFile)('tar', ['xzf', archive, '-C', folder]);
    yield* paperFiles(folder, name);
  } finally {
    await rm(folder, { recursive: true });
  }
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { detectFormat } from '@askg/ddm';

export type JatsFile = { name: string; bytes: Buffer };

/** Every JATS file below a folder, those inside `.tar.gz` archives included, by name; the same bytes count once. */
export async function jatsFiles(folder: string): Promise<JatsFile[]> {
  const found = new Map<string, JatsFile>();
  await collect(folder, found);
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function collect(folder: string, found: Map<string, JatsFile>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (entry.name.endsWith('.tar.gz')) await collectArchive(path, found);
    else if (/\.(xml|nxml)$/.test(entry.name)) {
      const bytes = await readFile(path);
      if (detectFormat(bytes, entry.name) === 'jats') found.set(bytes.toString('latin1'), { name: entry.name, bytes });
    }
  }
}

async function collectArchive(archive: string, found: Map<string, JatsFile>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'askg-bench-'));
  try {
    await promisify(execFile)('tar', ['xzf', archive, '-C', folder]);
    await collect(folder, found);
  } finally {
    await rm(folder, { recursive: true });
  }
}

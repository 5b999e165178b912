import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = '.fetch-';
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/**
 * Gives `work` a new folder beside what it shall become, so that a file can be renamed into place, and removes it after.
 * Two processes never share one. What a killed process left is removed when it is older than a day by the disk's own clock.
 */
export async function withTemporaryFolder<Result>(
  parent: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(parent, prefix));
  try {
    await removeAbandoned(parent, folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeAbandoned(parent: string, own: string): Promise<void> {
  const { mtimeMs: now } = await stat(own);
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    if (!name.startsWith(prefix) || path === own) continue;
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}

import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What was fetched once is kept here. */
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'services');

/**
 * The folder of a download by its name and version, filled at the first use: whole, or not at all.
 * @param fill puts the files into the folder that it is given
 */
export async function downloaded(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  try {
    await fill(draft);
    await rename(draft, folder);
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/** @throws Error when the file is not the one that was tried */
export async function checkDigest(path: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const digest = hash.digest('hex');
  if (digest !== sha256) throw new Error(`${path} has the digest ${digest} in place of ${sha256}.`);
}

import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { toRetrievalError } from '../engine-errors.ts';

/** How the name of a file ends that is not written to its end. */
export const draftEnding = '.new';

/**
 * Writes a file that is there whole or not at all, whenever the machine stops: the draft is flushed, then renamed, then the
 * folder is flushed. @throws RetrievalError
 */
export async function writeWhole(folder: string, name: string, parts: readonly Uint8Array[]): Promise<void> {
  const draft = join(folder, `${name}${draftEnding}`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(draft, 'w');
    try {
      for (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
    await syncFolder(folder);
  } catch (error) {
    throw toRetrievalError(error);
  }
}

/** Names of a folder's files; none where there is no folder. */
export async function listFolder(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

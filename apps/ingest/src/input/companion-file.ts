import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCompanionName } from '@askg/ddm';

/** Most bytes of a bibliography; those of whole groups have some MB. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The bytes of a bibliography in the folder of a paper, or nothing: only plain names of regular files are taken, and links
 * are not followed.
 */
export function companionFile(folder: string, name: string): Buffer | undefined {
  if (!isCompanionName(name)) return undefined;
  const path = join(folder, name);
  try {
    const stats = lstatSync(path);
    return stats.isFile() && stats.size <= mostBytes ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

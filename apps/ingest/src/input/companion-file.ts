import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The bytes of a regular file below a folder, or nothing: links are not followed, neither of the file nor of a folder on
 * the way to it.
 * @param name a path below the folder, which leads nowhere else
 * @param mostBytes of a larger file nothing is read
 */
export function companionFile(folder: string, name: string, mostBytes: number): Buffer | undefined {
  try {
    const parts = name.split('/');
    const isReached = parts
      .slice(0, -1)
      .every((_, i) => lstatSync(join(folder, ...parts.slice(0, i + 1))).isDirectory());
    const path = join(folder, ...parts);
    const stats = lstatSync(path);
    return isReached && stats.isFile() && stats.size <= mostBytes ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

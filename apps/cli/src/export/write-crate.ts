import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CrateFile } from '@askg/corpus';
import { CliError } from '../cli-error.ts';

/**
 * Writes the files of an RO-Crate into a folder that is absent or empty.
 * @returns their names
 * @throws CliError cli/wrong-use, cli/unwritable
 */
export async function writeCrate(folder: string, files: readonly CrateFile[]): Promise<string[]> {
  await mkdir(folder, { recursive: true }).catch(unwritable(folder));
  const entries = await readdir(folder).catch(unwritable(folder));
  if (entries.length > 0) throw new CliError('cli/wrong-use', `The folder ${folder} is not empty.`);
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes).catch(unwritable(folder));
  return files.map(({ name }) => name);
}

function unwritable(folder: string): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    throw new CliError('cli/unwritable', `${folder}: ${cause.code}.`, { cause });
  };
}

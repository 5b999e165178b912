import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The text files of a `.tar.gz`, by name. */
export function filesOfArchive(archive: string): { name: string; text: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'askg-eval-'));
  try {
    execFileSync('tar', ['xzf', archive, '-C', folder]);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map((path) => ({ name: path.slice(folder.length + 1), text: readFileSync(path, 'utf8') }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file for a scorer: JSON, or JSON lines where its name says so. */
export type ScorerFile = { name: string; rows: readonly unknown[] };

/**
 * Runs an official scorer, a Python script, over files in a temporary folder.
 * @param argumentsOf the arguments of the script, from the paths of the files
 * @returns what it writes to standard output, or to `output.json` where it is told to
 */
export function runScorer(
  script: string,
  files: readonly ScorerFile[],
  argumentsOf: (path: (name: string) => string) => readonly string[],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'askg-scorer-'));
  const path = (name: string): string => join(folder, name);
  try {
    for (const { name, rows } of files) {
      const text = name.endsWith('.jsonl')
        ? rows.map((row) => `${JSON.stringify(row)}\n`).join('')
        : JSON.stringify(rows[0]);
      writeFileSync(path(name), text);
    }
    const written = argumentsOf(path);
    const said = execFileSync('python3', [script, ...written], { encoding: 'utf8' });
    return written.includes(path('output.json')) ? readFileSync(path('output.json'), 'utf8') : said;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Writes the tables of measured figures into README.md and docs/measured.md, from the committed result files. Run by `npm run
 * generate`; a test fails when a table differs from what the files give.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { againstBaselines } from './measured/against-baselines.ts';
import { root } from './measured/figures.ts';
import { headlineRows, measuredRows } from './measured/measured-rows.ts';

/** The tables of each file, by the names in the marks around them. */
export const tables: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'README.md': { measured: headlineRows, compared: againstBaselines },
  'docs/measured.md': { measured: measuredRows },
};

/** A file's text with its tables as the result files give them. @param file one of `tables` */
export async function withMeasured(file: string, text: string): Promise<string> {
  let written = text;
  for (const [name, table] of Object.entries(tables[file] ?? {})) written = between(file, written, name, table());
  const path = join(root, file);
  return format(written, { ...(await resolveConfig(path)), filepath: path });
}

function between(file: string, text: string, name: string, table: string): string {
  const start = `<!-- ${name}: written by scripts/generate-measured.ts -->`;
  const end = `<!-- /${name} -->`;
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} lacks the marks of “${name}”.`);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}

if (import.meta.main) {
  for (const file of Object.keys(tables)) {
    const path = join(root, file);
    writeFileSync(path, await withMeasured(file, readFileSync(path, 'utf8')));
  }
}

/**
 * Writes the tables of measured figures into README.md, from the committed result files. Run by `npm run generate`; a test
 * fails when a table differs from what the files give.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { againstBaselines } from './measured/against-baselines.ts';
import { root } from './measured/figures.ts';
import { measuredRows } from './measured/measured-rows.ts';

/** Names of the tables in the marks around them. */
const tables = { measured: measuredRows, compared: againstBaselines };

/** The README with the tables as the result files give them. */
export async function withMeasured(readme: string): Promise<string> {
  let text = readme;
  for (const [name, table] of Object.entries(tables)) text = between(text, name, table());
  const path = join(root, 'README.md');
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

function between(text: string, name: string, table: string): string {
  const start = `<!-- ${name}: written by scripts/generate-measured.ts -->`;
  const end = `<!-- /${name} -->`;
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md lacks the marks of “${name}”.`);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}

if (import.meta.main) {
  const path = join(root, 'README.md');
  writeFileSync(path, await withMeasured(readFileSync(path, 'utf8')));
}

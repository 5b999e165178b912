import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { tables, withMeasured } from './generate-measured.ts';

it.each(Object.keys(tables))('The tables of %s are what the result files give (npm run generate)', async (file) => {
  const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
  expect(text).toBe(await withMeasured(file, text));
});

it('A file without a place for its table is refused', async () => {
  await expect(withMeasured('README.md', '# askg\n')).rejects.toThrow(/lacks the marks/);
});

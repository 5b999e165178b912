import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { withMeasured } from './generate-measured.ts';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

it('The table of README.md is what the result files give (npm run generate)', async () => {
  expect(readme).toBe(await withMeasured(readme));
});

it('A README without a place for the table is refused', async () => {
  await expect(withMeasured('# askg\n')).rejects.toThrow(/lacks the marks/);
});

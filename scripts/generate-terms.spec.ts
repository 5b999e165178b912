import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { generatedFiles } from './generate-terms.ts';

it.each([...generatedFiles()])('%s is what the ontology gives (npm run generate)', (name, text) => {
  expect(readFileSync(join(import.meta.dirname, '..', name), 'utf8')).toBe(text);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment } from '@askg/contract';
import { expect, it } from '@jest/globals';
import { envExample } from './generate-env-example.ts';

it('The committed .env.example is the one that the schema gives (npm run generate)', () => {
  expect(readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8')).toBe(envExample());
});

it('Every setting is described', () => {
  for (const field of Object.values(Environment.shape)) expect(field.description).toMatch(/\.$/);
});

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { publishedShapes } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { schemaFiles } from './generate-schemas.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const readJson = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(docs, folder, `${name}.json`), 'utf8'));
const names = Object.keys(publishedShapes);

describe('The published shapes', () => {
  it('stand in docs/schemas exactly as the code has them (npm run generate)', () => {
    const committed = new Map(
      readdirSync(join(docs, 'schemas')).map((name) => [name, readFileSync(join(docs, 'schemas', name), 'utf8')]),
    );
    expect(committed).toEqual(schemaFiles());
  });

  it.each(names)('%s has an example that the code parses without loss', (name) => {
    const example = readJson('examples', name);
    expect(publishedShapes[name]?.parse(example)).toEqual(example);
  });

  it.each(names)('%s has a JSON Schema that accepts the example and refuses an empty object', (name) => {
    const validate = new Ajv2020({ strict: false }).compile(readJson('schemas', name) as object);
    expect(validate(readJson('examples', name))).toBe(true);
    expect(validate({})).toBe(false);
  });
});

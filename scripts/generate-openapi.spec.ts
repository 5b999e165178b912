import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedShapes } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApiDocument, openApiText } from '../apps/api/src/openapi/openapi-document.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const document = openApiDocument();
const schemas = Object.keys(document.components.schemas);

/** `ask-event` for `AskEvent`. */
const fileName = (name: string): string => name.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

describe('The description of the HTTP interface', () => {
  it('stands in docs/openapi.json exactly as the code has it (npm run generate)', () => {
    expect(readFileSync(join(docs, 'openapi.json'), 'utf8')).toBe(openApiText());
  });

  it('points at nothing that is not there', () => {
    const targets = [...openApiText().matchAll(/"\$ref": "([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(20);
    expect([...new Set(targets)].filter((target) => !schemas.includes(String(target).split('/').at(-1) ?? ''))).toEqual(
      [],
    );
  });

  it('names each operation once, and every parameter of a path', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, ...operation })),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { path, parameters = [] } of operations) {
      const named = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it.each(schemas.filter((name) => fileName(name) in publishedShapes))(
    'has a schema of %s that takes the published example',
    (name) => {
      const ajv = new Ajv2020({ strict: false }).addSchema({ $id: 'openapi.json', ...document });
      const validate = ajv.compile({ $ref: `openapi.json#/components/schemas/${name}` });
      const example: unknown = JSON.parse(readFileSync(join(docs, 'examples', `${fileName(name)}.json`), 'utf8'));
      expect(validate(example)).toBe(true);
      expect(validate({})).toBe(false);
    },
  );
});

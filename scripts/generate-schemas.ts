/**
 * Publishes the shapes of the contract as JSON Schema, one file each in `docs/schemas`.
 * Run by `npm run generate`; a test fails when the committed files differ.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedShapes } from '@askg/contract';
import { z } from 'zod';

/** File name to file text. Unknown fields stay allowed: fields may be added to a shape without a new version. */
export function schemaFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, shape] of Object.entries(publishedShapes)) {
    const schema = z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' });
    const document = { ...schema, $id: `https://w3id.org/askg/schemas/${name}.json`, title: name };
    files.set(`${name}.json`, `${JSON.stringify(document, null, 2)}\n`);
  }
  return files;
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '..', 'docs', 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
}

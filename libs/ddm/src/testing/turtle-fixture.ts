import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'test', 'fixtures', 'turtle');

/** The bytes of a file in `test/fixtures/turtle`. */
export function turtleFixture(name: string): Buffer {
  return readFileSync(join(folder, name));
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'test', 'fixtures', 'jats');

/** The bytes of a file below `test/fixtures/jats`. */
export function fixture(name: string): Buffer {
  return readFileSync(join(folder, name));
}

/** The names of the articles there, by name; those made to be refused stand apart, in `hostile/`. */
export function fixtureNames(within = ''): string[] {
  return readdirSync(join(folder, within))
    .filter((name) => name.endsWith('.xml'))
    .toSorted();
}

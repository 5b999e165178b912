import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { TestFiles } from './test-files.ts';

const sample = join(import.meta.dirname, '..', 'fixtures', 'w3c');
const folder = mkdtempSync(join(tmpdir(), 'askg-test-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('An archive, a folder of archives and an unpacked folder hold the same tests', () => {
  const archive = join(folder, 'tests.tar.gz');
  execFileSync('tar', ['-czf', archive, '-C', sample, 'sparql', 'data-shapes-test-suite']);
  const [unpacked, ...packed] = [sample, archive, folder].map((source) => new TestFiles([source]));
  expect(unpacked?.manifests()).toContain('sparql/sparql11/protocol/manifest.ttl');
  for (const files of packed) {
    expect(files.manifests()).toEqual(unpacked?.manifests());
    files.close();
  }
});

it('A file has the address of its repository, and is found by it', () => {
  const files = new TestFiles([sample]);
  const iri = files.iriOf('sparql/sparql11/exists/exists01.rq');
  expect(iri).toBe('https://w3c.github.io/rdf-tests/sparql/sparql11/exists/exists01.rq');
  expect(files.text(iri)).toContain('filter exists');
  expect(() => files.text(files.iriOf('sparql/none.rq'))).toThrow('There is no file');
});

it('A folder that is not there is an error', () => {
  expect(() => new TestFiles([join(folder, 'none')])).toThrow('There is no ');
});

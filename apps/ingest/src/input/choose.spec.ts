import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { jats, useTestFolder } from '../testing/test-folder.ts';
import { choose } from './choose.ts';

const folder = useTestFolder();
const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../../test/fixtures/jats/${name}`, import.meta.url)));

async function told(path: string, named: boolean): Promise<string> {
  const choice = await choose(path, named);
  if (choice.type === 'paper') return `paper in ${choice.format}`;
  return choice.type === 'skipped' ? `skipped: ${choice.reason}` : `failed: ${choice.problem.code}`;
}

const graph = '@prefix askg: <https://www.anu.edu.au/onto/scholarly#> .\naskg:a a askg:Paper .\n';
const turtle = '@prefix ex: <http://example.org/> .\nex:a ex:b ex:c .\n';

describe('a file', () => {
  it.each<[string, string | Buffer, string, string]>([
    ['a.xml', jats('A'), 'paper in jats', 'paper in jats'],
    ['no-ending', jats('A'), 'paper in jats', 'paper in jats'],
    ['malformed.xml', fixture('hostile/malformed.xml'), 'paper in jats', 'paper in jats'],
    ['utf-16.xml', fixture('hostile/utf-16.xml'), 'paper in jats', 'paper in jats'],
    ['other-root.xml', fixture('hostile/other-root.xml'), 'paper in jats', 'skipped: not recognised as a paper'],
    ['empty.xml', '', 'failed: ddm/empty-file', 'failed: ddm/empty-file'],
    ['blank.xml', ' \n\t ', 'failed: ddm/empty-file', 'failed: ddm/empty-file'],
    ['empty.dat', '', 'failed: ddm/empty-file', 'skipped: empty'],
    ['a.ttl', turtle, 'paper in ddm-turtle', 'skipped: ddm-turtle, but nothing in it says that it is a paper'],
    ['a.xml.gz', gzipSync(jats('A')), 'paper in jats', 'paper in jats'],
    ['b.ttl.gz', gzipSync(graph), 'paper in ddm-turtle', 'paper in ddm-turtle'],
    [
      'a.bib',
      '@misc{a, title = {A}}',
      'failed: ddm/unknown-format',
      'skipped: a bibliography, which is read with the papers that name it',
    ],
    ['a.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'failed: ddm/unknown-format', 'skipped: not a paper'],
  ])('%s is treated as it was given: by name or in a folder', async (name, content, byName, inFolder) => {
    const path = folder.write(name, content);
    expect([await told(path, true), await told(path, false)]).toEqual([byName, inFolder]);
  });

  it('that is gone when it is looked at fails, and ends nothing', async () => {
    expect(await told(folder.path('gone.xml'), false)).toBe('failed: ingest/unreadable');
  });

  it('is taken in the format that the caller names', async () => {
    const choice = await choose(folder.write('a.txt', 'plain'), true, 'jats');
    expect(choice).toMatchObject({ type: 'paper', format: 'jats' });
  });
});

import { mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import type { Paper } from '@askg/contract';
import { root, useAskg } from './testing/askg.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(120_000);
const askg = useAskg();
const fixtures = join(root, 'test', 'fixtures', 'jats');
const paper = join(fixtures, 'plos-2013-excerpt.xml');

/** Every file of the corpus by name, with its size. */
function filesOf(folder: string): string[] {
  return ['sources', 'graphs']
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
    .toSorted();
}

describe('a file that is no paper', () => {
  it('is told by its own code, and the others are read', async () => {
    writeFileSync(askg.folder('empty.xml'), '');
    writeFileSync(askg.folder('graph.ttl'), '@prefix ex: <http://example.org/> .\nex:a ex:b ex:c .\n');
    const hostile = ['malformed', 'entity-bomb', 'external-entity', 'other-root', 'undefined-entity', 'no-body'];
    const files = [...hostile.map((name) => join(fixtures, 'hostile', `${name}.xml`)), paper];
    const { code, err, out } = await askg.run(['ingest', ...files, askg.folder('empty.xml'), askg.folder('graph.ttl')]);
    expect(code).toBe(1);
    const told = Object.fromEntries(
      err
        .trimEnd()
        .split('\n')
        .map((line) => /([\w-]+)\.\w+: ([a-z]+\/[a-z-]+): /.exec(line)?.slice(1) ?? [line, 'no code']),
    ) as unknown;
    expect(told).toEqual({
      malformed: 'ddm/malformed-xml',
      'entity-bomb': 'ddm/forbidden-entity',
      'external-entity': 'ddm/forbidden-entity',
      'other-root': 'ddm/not-jats',
      'undefined-entity': 'ddm/malformed-xml',
      empty: 'ddm/empty-file',
      graph: 'ddm/no-paper',
    });
    expect(out).toMatch(/^2 papers read in .*, 7 failed, 0 files skipped\n/);
    const papers = JSON.parse((await askg.run(['papers', '--json'])).out) as Paper[];
    const noBody = papers.find(({ findings }) => findings.some((finding) => finding.code === 'ddm/no-body'));
    expect(noBody?.state).toBe('committed');
  });

  it('is skipped with a reason when it lies in a folder', async () => {
    mkdirSync(askg.folder('measurements'));
    writeFileSync(askg.folder('measurements', 'run-1.dat'), '0.1 0.2 0.3\n');
    const { code, out } = await askg.run(['ingest', join(root, 'demo', 'papers'), askg.folder('measurements')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^22 papers read/);
    expect(out).toMatch(/^skipped 22 files: the same paper stands beside it as XML, which tells more$/m);
    expect(out).toMatch(/^skipped 1 file: not a paper$/m);
  });
});

describe('a paper that is there already', () => {
  it('changes nothing', async () => {
    await askg.run(['ingest', paper]);
    const before = filesOf(askg.folder('data'));
    const { code, out } = await askg.run(['ingest', paper]);
    expect(code).toBe(0);
    expect(out).toMatch(/^0 papers read in .*, 1 already there, 0 failed/);
    expect(filesOf(askg.folder('data'))).toEqual(before);
  });
});

describe('a query that cannot be answered', () => {
  it.each([
    ['SELECT * { ?s ?p', 'graph/invalid-query'],
    ['INSERT DATA { <a:a> <a:b> <a:c> }', 'graph/update-refused'],
    ['SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }', 'graph/service-refused'],
    ['', 'graph/invalid-query'],
  ])('%j is refused with %s', async (query, expected) => {
    const { code, out, err } = await askg.run(['query', '-'], { input: query });
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(`${expected}: `)).toBe(true);
  });
});

describe('a damaged corpus', () => {
  it('of which a graph file is damaged is found out, answers from the rest, and is mended from the source', async () => {
    await askg.run(['ingest', paper, join(fixtures, 'joss-2024.xml')]);
    const [{ graphDigest = '' } = {}] = JSON.parse((await askg.run(['papers', '--json'])).out) as {
      graphDigest?: string;
    }[];
    const file = `${graphDigest}.nq.gz`;
    truncateSync(join(askg.folder('data', 'graphs'), file), 100);
    const verified = await askg.run(['verify', '--no-shapes']);
    expect([verified.code, verified.out]).toEqual([1, expect.stringContaining(`corpus/damaged-graph  graphs/${file}`)]);
    const query = await askg.run(['query', '-', '--format', 'csv'], {
      input: 'SELECT (COUNT(?p) AS ?n) { ?p a ddm:Paper }',
    });
    expect([query.code, query.out]).toEqual([0, 'n\r\n1\r\n']);
    expect(query.err).toContain('corpus/damaged-graph');
    expect((await askg.run(['ingest', 'reindex'])).code).toBe(0);
    expect((await askg.run(['verify', '--no-shapes'])).code).toBe(0);
  });

  it('of a newer version is refused, and not changed', async () => {
    await askg.run(['ingest', paper]);
    const path = askg.folder('data', 'catalog.sqlite');
    const catalog = readFileSync(path);
    // The version stands in the header: https://www.sqlite.org/fileformat.html#user_version_number.
    catalog.writeUInt32BE(99, 60);
    writeFileSync(path, catalog);
    for (const words of [['papers'], ['ingest', paper], ['doctor']]) {
      const { code, out, err } = await askg.run(words);
      expect([words[0], code]).toEqual([words[0], words[0] === 'doctor' ? 1 : 3]);
      expect(out + err).toContain('corpus/newer-catalog');
    }
    expect(readFileSync(path).equals(catalog)).toBe(true);
  });

  it('is not taken from a folder that holds something else', async () => {
    writeFileSync(askg.folder('thesis.txt'), 'mine');
    const { code, err } = await askg.run(['ingest', paper], { environment: { ASKG_DATA: askg.folder() } });
    expect([code, err]).toEqual([3, expect.stringMatching(/^corpus\/not-empty: /)]);
    expect(readdirSync(askg.folder())).toEqual(['thesis.txt']);
  });
});

it('a full disk ends the run with its code, and the same command goes on', async () => {
  const { code, err } = await askg.run(['ingest', join(root, 'demo', 'papers')], { fileKiB: 24 });
  expect([code, err]).toEqual([3, expect.stringMatching(/corpus\/disk-full: /)]);
  const { code: again } = await askg.run(['ingest', join(root, 'demo', 'papers')]);
  expect(again).toBe(0);
  expect((await askg.run(['verify', '--no-shapes'])).code).toBe(0);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Document, Paper, Problem } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { run } from './testing/run.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../test/fixtures/jats/${name}`, import.meta.url));

let folder: string;
let environment: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'askg-cli-'));
  environment = { ASKG_DATA: join(folder, 'data') };
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('wrong use', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['papers', 'list', '--colour']],
    ['a missing argument', ['query']],
    ['too many arguments', ['gc', 'now']],
    ['a value that is none of the choices', ['read', 'a.xml', '--as', 'word']],
    ['ingest without a path', ['ingest']],
    ['a name that no collection can have', ['ingest', '.', '--collection', 'Mine!']],
    ['a path that is not there', ['ingest', '/nowhere/at/all']],
    ['a query file that is not there', ['query', '/nowhere/at/all.rq']],
  ])('%s ends with 2 and one line with a code', async (_, words) => {
    const { code, out, err } = await run(words, environment);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^[a-z]+\/[a-z-]+: .+\.$/);
    expect(Corpus.exists(join(folder, 'data'))).toBe(false);
  });

  it('of the environment names each variable', async () => {
    const { code, err } = await run(['papers'], { ASKG_PORT: 'many', ASKG_WORKERS: '0' });
    expect(code).toBe(2);
    expect(err).toMatch(/^cli\/bad-configuration: .*ASKG_PORT.*ASKG_WORKERS/);
  });
});

describe('--json', () => {
  it('prints an error as one problem on standard output', async () => {
    const { code, out } = await run(['papers', 'list', '--json'], environment);
    expect(code).toBe(3);
    expect(Problem.parse(JSON.parse(out))).toMatchObject({ code: 'corpus/not-found' });
  });

  it('works on a command that stands for another', async () => {
    Corpus.create(join(folder, 'data'), { baseIri: 'http://localhost:3000/id/' }).close();
    const { code, out } = await run(['papers', '--json'], environment);
    expect([code, JSON.parse(out)]).toEqual([0, []]);
  });
});

describe('read', () => {
  it('prints a document and stores nothing', async () => {
    const { code, out, err } = await run(['read', fixture('joss-2024.xml')], environment);
    expect([code, err]).toEqual([0, '']);
    expect(Document.parse(JSON.parse(out)).title).toMatch(/^KiFMM-rs/);
    expect(Corpus.exists(join(folder, 'data'))).toBe(false);
  });

  it('prints one line for each of several files, the unreadable ones too', async () => {
    const files = [fixture('joss-2024.xml'), fixture('hostile/malformed.xml'), fixture('plos-2013-excerpt.xml')];
    const { code, out, err } = await run(['read', ...files], environment);
    expect(code).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => line['schema'] ?? line['code'])).toEqual([
      'askg.document/1',
      'ddm/malformed-xml',
      'askg.document/1',
    ]);
    expect(err).toMatch(/malformed\.xml: ddm\/malformed-xml: /);
  });

  it.each([
    ['markdown', /^# KiFMM-rs/],
    ['turtle', /@prefix ddm: /],
    ['nquads', /^<http:\/\/localhost:3000\/id\/paper\/.* <http:\/\/localhost:3000\/id\/graph\//m],
  ])('writes %s', async (format, pattern) => {
    const { code, out } = await run(['read', fixture('joss-2024.xml'), '--format', format], environment);
    expect(code).toBe(0);
    expect(out).toMatch(pattern);
  });

  it('prints one line for each paper of a file that holds several', async () => {
    const graph = fileURLToPath(new URL('../../../test/fixtures/turtle/experiment.ttl', import.meta.url));
    const { code, out } = await run(['read', graph], environment);
    expect(code).toBe(0);
    const titles = out
      .trimEnd()
      .split('\n')
      .map((line) => Document.parse(JSON.parse(line)).title);
    expect(titles).toEqual(['Leaves of elm trees', 'Poems&Lines']);
  });

  it('reads the bibliography beside a paper', async () => {
    writeFileSync(join(folder, 'a.md'), '---\ntitle: T\nbibliography: a.bib\n---\n\nWords [@roe].\n');
    writeFileSync(join(folder, 'a.bib'), '@misc{roe, author = {Roe, Jo}, title = {On Words}, year = 2001}');
    const { out } = await run(['read', join(folder, 'a.md')], environment);
    expect(Document.parse(JSON.parse(out)).references).toMatchObject([{ title: 'On Words' }]);
  });

  it('of an empty file says so', async () => {
    writeFileSync(join(folder, 'empty.xml'), '');
    const { code, err } = await run(['read', join(folder, 'empty.xml')], environment);
    expect(code).toBe(1);
    expect(err).toContain('ddm/empty-file');
  });
});

describe('commands on a corpus', () => {
  it('ingest, papers, backup, restore, rebase, gc and verify work together', async () => {
    const ingested = await run(
      ['ingest', fixture('joss-2024.xml'), fixture('plos-2013-excerpt.xml'), '--json'],
      environment,
    );
    expect([ingested.code, ingested.err]).toEqual([0, '']);
    const papers = Paper.array().parse(JSON.parse(ingested.out));
    expect(papers.map(({ state }) => state)).toEqual(['committed', 'committed']);
    const doi = '10.1371/journal.pone.0067227';
    expect((await run(['papers', 'show', doi], environment)).out).toMatch(/^title {4}.+/m);
    expect((await run(['backup', join(folder, 'backup')], environment)).out).toMatch(/3 graphs/);
    expect((await run(['papers', 'rm', doi], environment)).code).toBe(0);
    expect((await run(['papers', 'rm', doi], environment)).err).toMatch(/^corpus\/removed: /);
    expect((await run(['restore', join(folder, 'backup')], environment)).code).toBe(0);
    expect((await run(['rebase', 'https://papers.example/id/'], environment)).out).toMatch(/^Moved 3 graphs/);
    expect((await run(['gc', '--json'], environment)).code).toBe(0);
    const verified = await run(['verify', '--json'], environment);
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, faults: [] });
    const doctor = await run(['doctor', '--json'], { ...environment, ASKG_PORT: '0' });
    expect(JSON.parse(doctor.out)).toMatchObject({ ok: true });
  }, 30_000);
});

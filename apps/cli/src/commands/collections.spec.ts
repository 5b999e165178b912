import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Paper, Problem } from '@askg/contract';
import type { ApiKey } from '@askg/corpus';
import { run, type Ran } from '../testing/run.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../../test/fixtures/jats/${name}`, import.meta.url));
const plos = '10.1371_journal.pone.0067227';

let folder: string;
const askg = (...words: string[]): Promise<Ran> => run(words, { ASKG_DATA: join(folder, 'data') });
const parsed = ({ out }: Ran): unknown => JSON.parse(out);
const names = async (): Promise<unknown> =>
  (parsed(await askg('collections', '--json')) as { name: string; papers: number }[]).map(({ name, papers }) => [
    name,
    papers,
  ]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-collections-'));
  const ingested = await askg('ingest', fixture('plos-2013-excerpt.xml'), '--collection', 'plos', '--json');
  expect([ingested.code, ingested.err]).toEqual([0, '']);
  expect((await askg('ingest', fixture('joss-2024.xml'))).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('askg collections', () => {
  it('holds what was ingested into one, and what is added and taken out', async () => {
    expect(await names()).toEqual([['plos', 1]]);
    const keys = Paper.array()
      .parse(parsed(await askg('papers', '--json')))
      .map(({ key }) => key);
    expect((await askg('collections', 'add', 'both', ...keys)).out).toBe('Made both: 2 new papers.\n');
    expect((await askg('collections', 'add', 'both', ...keys)).out).toBe('Added to both: 0 new papers.\n');
    expect((await askg('collections', 'show', 'both')).out).toMatch(new RegExp(`^${plos} +\\S.+$`, 'm'));
    expect((await askg('collections', 'remove', 'both', '10.1371/journal.pone.0067227')).out).toMatch(/^Took 1 paper/);
    expect(await names()).toEqual([
      ['both', 1],
      ['plos', 1],
    ]);
    expect((await askg('collections', 'delete', 'both')).code).toBe(0);
    expect(await names()).toEqual([['plos', 1]]);
    expect(parsed(await askg('papers', '--json'))).toHaveLength(2);
  });

  it('takes a paper that was read before when its file is given again', async () => {
    expect((await askg('ingest', fixture('joss-2024.xml'), '--collection', 'late')).out).toMatch(/1 already there/);
    expect(await names()).toContainEqual(['late', 1]);
    await askg('collections', 'delete', 'late');
  }, 30_000);

  it('can be listed and queried by itself', async () => {
    const listed = Paper.array().parse(parsed(await askg('papers', 'list', '--collection', 'plos', '--json')));
    expect(listed.map(({ key }) => key)).toEqual([plos]);
    const all = 'SELECT DISTINCT ?g { GRAPH ?g { ?s a <https://w3id.org/askg/ddm#Paper> } }';
    const count = async (...more: string[]) => {
      const ran = await run(['query', '-', '--format', 'csv', ...more], { ASKG_DATA: join(folder, 'data') }, all);
      return ran.out.trim().split(/\s+/).length - 1;
    };
    expect([await count(), await count('--collection', 'plos')]).toEqual([2, 1]);
  }, 30_000);

  it.each([
    ['a name that cannot be', ['collections', 'add', 'My Papers', plos], 'corpus/invalid-collection'],
    ['an unknown paper', ['collections', 'add', 'plos', 'nowhere'], 'corpus/unknown-paper'],
    ['an unknown collection', ['collections', 'show', 'nowhere'], 'corpus/unknown-collection'],
    ['an unknown collection of papers', ['papers', 'list', '--collection', 'nowhere'], 'corpus/unknown-collection'],
    ['an unknown collection to delete', ['collections', 'delete', 'nowhere'], 'corpus/unknown-collection'],
    [
      'a key for an unknown one',
      ['keys', 'add', '--label', 'x', '--collections', 'nowhere'],
      'corpus/unknown-collection',
    ],
    ['a key for a name that is empty', ['keys', 'add', '--label', 'x', '--collections', 'plos,'], 'cli/wrong-use'],
    ['a key without a label', ['keys', 'add'], 'cli/wrong-use'],
    ['an unknown key', ['keys', 'revoke', 'nobody'], 'corpus/unknown-key'],
  ])('refuses %s with a code', async (_, words, code) => {
    const ran = await askg(...words, '--json');
    expect([ran.code, Problem.parse(parsed(ran)).code]).toEqual([2, code]);
  });
});

describe('askg keys', () => {
  it('shows a key once, lists it without its secret, and revokes it', async () => {
    const made = await askg('keys', 'add', '--label', 'the notebook', '--collections', 'plos', '--ask-model');
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/^askg_[\w-]{43}\n$/);
    const secret = made.out.trim();
    const [key] = parsed(await askg('keys', '--json')) as ApiKey[];
    expect(key).toMatchObject({ label: 'the notebook', collections: ['plos'], scopes: ['read', 'ask-model'] });
    expect(made.err).toContain(`Key ${key?.id} reads plos; may ask the chat model.`);
    expect((await askg('keys', 'revoke', key?.id ?? '')).out).toMatch(/^Revoked/);
    const listed = (await askg('keys', 'list')).out;
    expect(listed).toMatch(/revoked +the notebook +plos/);
    expect(listed).not.toContain(secret);
    expect(readFileSync(join(folder, 'data', 'catalog.sqlite')).includes(secret.slice(5))).toBe(false);
  });

  it('says what a key may do', async () => {
    const { err } = await askg('keys', 'add', '--label', 'the librarian', '--curate');
    expect(err).toContain('reads all papers; may say what became of papers.');
    const keys = parsed(await askg('keys', '--json')) as ApiKey[];
    expect(keys.find(({ label }) => label === 'the librarian')?.scopes).toEqual(['read', 'curate']);
  });
});

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Corpus } from '../corpus.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, openCorpus } from '../testing/test-paper.ts';
import { createCatalog, openCatalog } from './open-catalog.ts';
import { schema1 } from './schema-1.ts';
import { type Database, openDatabase } from './sqlite.ts';

const corpora = useCorpora();
const coded = (code: string): unknown => expect.objectContaining({ code });
const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

const twoSteps = [schema1, 'ALTER TABLE papers ADD COLUMN note TEXT; CREATE TABLE notes (text TEXT) STRICT;'];
const failing = [...twoSteps, "INSERT INTO meta VALUES ('half', 'done'); INSERT INTO nowhere VALUES (1);"];

function catalogOfVersion1(): string {
  const folder = corpora.folder();
  mkdirSync(folder);
  const path = join(folder, 'catalog.sqlite');
  createCatalog(path, { base_iri: 'http://a/', id: 'x' }, [schema1]);
  return path;
}

const version = (catalog: Database): unknown => catalog.prepare('PRAGMA user_version').get()?.['user_version'];
const baseOf = (catalog: Database): unknown =>
  catalog.prepare("SELECT value FROM meta WHERE name = 'base_iri'").get()?.['value'];

describe('a catalog of an older version', () => {
  it('is upgraded, after a copy was put aside', () => {
    const path = catalogOfVersion1();
    const catalog = openCatalog(path, false, twoSteps);
    expect([version(catalog), baseOf(catalog)]).toEqual([2, 'http://a/']);
    expect(catalog.prepare('SELECT count(*) AS n FROM notes').get()).toMatchObject({ n: 0 });
    catalog.close();
    const copy = openDatabase(`${path}.version-1`, true);
    expect([version(copy), baseOf(copy)]).toEqual([1, 'http://a/']);
    copy.close();
    openCatalog(path, false, twoSteps).close();
    expect(existsSync(`${path}.upgrading`)).toBe(false);
  });

  it('has in its copy what was only in its log, while another process has it open', () => {
    const path = catalogOfVersion1();
    const other = openCatalog(path, false, [schema1]);
    other.exec("INSERT INTO meta VALUES ('late', 'yes')");
    openCatalog(path, false, twoSteps).close();
    const copy = openDatabase(`${path}.version-1`, true);
    expect(copy.prepare("SELECT value FROM meta WHERE name = 'late'").get()).toMatchObject({ value: 'yes' });
    copy.close();
    other.close();
  });

  it('stays what it was when a step fails, and can be upgraded later', () => {
    const path = catalogOfVersion1();
    expect(() => openCatalog(path, false, failing)).toThrow(/nowhere/);
    const before = openCatalog(path, false, [schema1]);
    expect(version(before)).toBe(1);
    expect(before.prepare("SELECT * FROM meta WHERE name = 'half'").get()).toBeUndefined();
    before.close();
    const after = openCatalog(path, false, twoSteps);
    expect(version(after)).toBe(2);
    after.close();
  });

  it('is not read without being upgraded', () => {
    const path = catalogOfVersion1();
    const before = digestOf(path);
    expect(() => openCatalog(path, true, twoSteps)).toThrow(coded('corpus/older-catalog'));
    expect(digestOf(path)).toBe(before);
  });
});

describe('a catalog of a newer version', () => {
  it('is refused, and not one byte of it changed', () => {
    const path = catalogOfVersion1();
    openCatalog(path, false, twoSteps).close();
    const before = digestOf(path);
    for (const readOnly of [false, true]) {
      expect(() => openCatalog(path, readOnly, [schema1])).toThrow(coded('corpus/newer-catalog'));
    }
    expect(digestOf(path)).toBe(before);
  });
});

describe('a damaged catalog', () => {
  it.each([
    ['garbage', (path: string) => writeFileSync(path, 'garbage '.repeat(4000))],
    ['a truncated file', (path: string) => truncateSync(path, 5000)],
    ['an empty file', (path: string) => truncateSync(path, 0)],
  ])('is refused: %s', async (_, damage) => {
    const folder = corpora.folder();
    const corpus = openCorpus(folder);
    await add(corpus, { text: 'one' });
    corpus.close();
    const path = join(folder, 'catalog.sqlite');
    damage(path);
    const before = digestOf(path);
    for (const readOnly of [false, true]) {
      expect(() => Corpus.open(folder, { readOnly })).toThrow(coded('corpus/damaged-catalog'));
    }
    expect(digestOf(path)).toBe(before);
  });

  it('is refused where it has pages but not those of a catalog', () => {
    const path = catalogOfVersion1();
    writeFileSync(path, '');
    const other = openDatabase(path, false);
    other.exec('CREATE TABLE songs (title TEXT)');
    other.close();
    expect(() => openCatalog(path, false)).toThrow(coded('corpus/damaged-catalog'));
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildDocument, cutSentences, readSource } from '@askg/ddm';
import { f1 } from '../documents/measures/tally.ts';
import { pairsByName, pairsWithConverter } from './find-pairs.ts';
import { rawText } from './raw-text.ts';
import { holds, scorePair, type Side } from './score-pair.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'askg-formats-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text = ''): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe('pairs', () => {
  it('are files of one name, each two formats once', () => {
    for (const name of ['a.md', 'a.jats.xml', 'a.pdf', 'b.pdf', 'b.tei.xml', 'c.md', 'a.crossref.xml']) write(name);
    const pairs = pairsByName(folder).map(
      ({ one, other, silver }) => `${one.kind} ${other.kind}${silver ? ' silver' : ''}`,
    );
    expect(pairs).toEqual(['jats markdown', 'jats pdf', 'markdown pdf', 'pdf tei silver']);
  });

  it('are sources and what a converter made of them', () => {
    for (const name of ['x/sources/a.nxml', 'x/groundtruth/a.nxml.md', 'y/sources/1/main.tex']) write(name);
    for (const name of ['y/groundtruth/1_main.tex.md', 'y/groundtruth/other.md']) write(name);
    const pairs = pairsWithConverter(folder).map(({ one, silver }) => [one.kind, one.path.replace(folder, ''), silver]);
    expect(pairs).toEqual([
      ['jats', '/x/sources/a.nxml', true],
      ['latex', '/y/sources/1/main.tex', true],
    ]);
  });
});

it('the raw text of Markdown has the cited entries of its bibliography, and no comments', () => {
  const path = write('a.md', 'Elms [@roe].<!-- Oaks. -->');
  write('a.bib', '@misc{roe,\n title = {On Elms}}\n@misc{doe,\n title = {On Oaks}}\n');
  const raw = rawText({ kind: 'markdown', name: 'a', template: '', path }, false);
  expect(raw).toContain('On Elms');
  expect(raw).not.toMatch(/Oaks/);
});

describe('holds', () => {
  const raw = ' elms grow slowly in the north of the country ';
  it.each<[string, [number, number][], boolean]>([
    ['Elms grow slowly in the north.', [], true],
    ['Elms grow slowly (Roe, 2001) in the north.', [[17, 28]], true],
    ['Elms grow fast in the north of the country.', [], false],
  ])('“%s”', (text, places, expected) => {
    const citations = places.map(([start, end]) => ({ marker: '', start, end, references: [] }));
    expect(holds(raw, { text, citations })).toBe(expected);
  });
});

describe('scorePair', () => {
  const side = async (text: string, raw = text): Promise<Side> => {
    const draft = await readSource(Buffer.from(`---\ntitle: T\n---\n\n# One\n\n${text}\n`), { as: 'markdown' });
    return { document: buildDocument(draft, { digest: '0'.repeat(64), cutSentences }), raw };
  };
  const same = 'Elms grow slowly in the cold north.';
  const changed = ['Oaks are found in all of the south.', 'Oaks are found in most of the warm south.'];

  it('does not ask for a sentence that another version of the paper has not', async () => {
    const score = scorePair(await side(`${same} ${changed[0]}`), await side(`${same} ${changed[1]}`));
    expect([f1(score.sentences), f1(score.held), score.faults]).toEqual([0.5, 1, []]);
  });

  it('asks for one that both sources hold and one reader lost', async () => {
    const score = scorePair(await side(`${same} ${changed[0]}`), await side(same, `${same} ${changed[0]}`));
    expect(f1(score.held)).toBeCloseTo(2 / 3);
    expect(score.faults).toEqual([changed[0]]);
  });
});

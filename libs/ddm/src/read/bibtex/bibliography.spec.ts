import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Bibliography } from './bibliography.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'test', 'fixtures', 'markdown');
const fixture = new Bibliography(readFileSync(join(folder, 'all-structures.bib'), 'utf8'));

describe('Bibliography', () => {
  it('knows the keys of all entries in their order', () =>
    expect(fixture.keys).toEqual([
      'roe:2020',
      'doe_etal:2019',
      'forest19',
      'twins:b',
      'twins:a',
      'hidden:2001',
      'never',
    ]));

  it('reads the fields of an entry, with strings, TeX letters and formulas', () => {
    const { reference, year } = fixture.entry('roe:2020') ?? {};
    expect(year).toBe(2020);
    expect(reference).toEqual({
      raw: 'Jane Roe (2020). Trees and the α of Leaves. Journal of Trees 12(3): 45-67. doi:10.1000/abc.',
      authors: ['Roe, Jane'],
      title: 'Trees and the α of Leaves',
      container: 'Journal of Trees',
      year: 2020,
      volume: '12',
      issue: '3',
      pages: '45-67',
      doi: '10.1000/abc',
      boxes: [],
      sourceIds: ['roe:2020'],
    });
  });

  it('takes the fields that an entry inherits', () =>
    expect(fixture.entry('doe_etal:2019')).toMatchObject({
      names: [{ family: 'Müller', given: 'Hans' }, { family: 'van Dijk' }],
      others: true,
      year: 2019,
      reference: { container: 'Proceedings of the Forest', raw: expect.stringContaining('Ann Green (ed.)') },
    }));

  it('keeps a group as one name and finds an address in a note', () =>
    expect(fixture.entry('hidden:2001')?.reference).toMatchObject({
      authors: ['The Forest Group'],
      url: 'https://example.org/unseen',
    }));

  it('takes a key in other letters of the alphabet case', () =>
    expect(fixture.entry('ROE:2020')?.key).toBe('roe:2020'));

  it('has no entry for a key that the file lacks, and no fault', () =>
    expect([fixture.entry('nobody'), fixture.faults()]).toEqual([undefined, []]));

  it('reads both versions that a merge left', () => {
    const text =
      '@misc{a,\n<<<<<<< HEAD\n title = {Ours},\n=======\n title = {Theirs},\n>>>>>>> 1234567\n year = 2001\n}\n';
    const merged = new Bibliography(text);
    expect(merged.entry('a')).toMatchObject({ year: 2001, title: expect.stringMatching(/Ours|Theirs/) });
    expect(merged.faults()).toEqual([{ kind: 'conflict-marker', amount: 3 }]);
  });

  it('ends an entry without a closing bracket where the next begins', () => {
    const open = new Bibliography('@misc{a, title = {One}\n@misc{b, title = {Two}}\n');
    expect([open.entry('a')?.title, open.entry('b')?.title]).toEqual(['One', 'Two']);
    expect(open.faults()).toEqual([{ kind: 'unclosed', amount: 1 }]);
  });

  it('survives a file that is no bibliography', () => {
    const noise = new Bibliography('@@@{{{ an address@example.org @article{ , } \\ @');
    expect(noise.keys).toEqual([]);
  });
});

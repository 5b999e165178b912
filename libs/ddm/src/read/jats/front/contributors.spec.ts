import type { Contributor } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../../testing/read-article.ts';
import { hasCheckDigit } from './orcid.ts';

const people = (meta: string): Contributor[] => readArticle({ meta }).contributors;
const one = (content: string, rest = ''): Contributor | undefined =>
  people(`<contrib-group><contrib contrib-type="author">${content}</contrib>${rest}</contrib-group>`)[0];
const name = (family: string, given = ''): string =>
  `<name><surname>${family}</surname>${given === '' ? '' : `<given-names>${given}</given-names>`}</name>`;

describe('The name of a contributor', () => {
  it.each<[string, string, Partial<Contributor>]>([
    ['family and given name', name('Hajnal', 'Alex'), { name: 'Alex Hajnal', given: 'Alex', family: 'Hajnal' }],
    [
      'given name first in the file',
      '<name><given-names>Alex</given-names><surname>Hajnal</surname></name>',
      { name: 'Alex Hajnal' },
    ],
    [
      'a suffix',
      '<name><surname>King</surname><given-names>Martin Luther</given-names><suffix>Jr</suffix></name>',
      { name: 'Martin Luther King Jr', family: 'King' },
    ],
    [
      'the eastern order',
      '<name name-style="eastern"><surname>Mao</surname><given-names>Yisheng</given-names></name>',
      { name: 'Mao Yisheng', given: 'Yisheng', family: 'Mao' },
    ],
    ['a family name only', name('Plato'), { name: 'Plato', family: 'Plato' }],
    ['one string', '<string-name>Ada Lovelace</string-name>', { name: 'Ada Lovelace' }],
    [
      'a string with parts',
      '<string-name><given-names>Ada</given-names> <surname>Lovelace</surname></string-name>',
      { name: 'Ada Lovelace', family: 'Lovelace' },
    ],
    [
      'alternatives, of which the first counts',
      `<name-alternatives>${name('Mao', 'Yisheng')}<name xml:lang="zh"><surname>毛</surname></name></name-alternatives>`,
      { name: 'Yisheng Mao' },
    ],
    ['a group', '<collab>The <italic>Tree</italic> Consortium</collab>', { name: 'The Tree Consortium' }],
    ['nobody', '<anonymous/>', { name: 'Anonymous' }],
    [
      'white space in it',
      '<name><surname>\n  de  Iaco </surname><given-names>Alberto\n</given-names></name>',
      { name: 'Alberto de Iaco' },
    ],
  ])('is read from %s', (_, content, expected) => {
    const contributor = one(content);
    expect(contributor).toMatchObject(expected);
    if (!content.includes('given-names') || content.includes('collab')) expect(contributor).not.toHaveProperty('given');
  });

  it('of a group stands before those of its members, who are not authors of their own', () => {
    const group = `<collab>Group<contrib-group><contrib>${name('Member', 'M')}</contrib></contrib-group></collab>`;
    const all = people(
      `<contrib-group><contrib contrib-type="author">${group}</contrib><contrib contrib-type="author">${name('Last', 'L')}</contrib></contrib-group>`,
    );
    expect(all.map(({ name: called, role }) => [called, role])).toEqual([
      ['Group', 'author'],
      ['M Member', 'other'],
      ['L Last', 'author'],
    ]);
  });

  it('that is empty makes no contributor', () => {
    expect(people('<contrib-group><contrib><name><surname/></name></contrib></contrib-group>')).toEqual([]);
  });
});

describe('The role of a contributor', () => {
  it.each<[string, Contributor['role']]>([
    ['<contrib contrib-type="author">', 'author'],
    ['<contrib>', 'author'],
    ['<contrib contrib-type="editor">', 'editor'],
    ['<contrib contrib-type="senior_editor">', 'editor'],
    ['<contrib contrib-type="reviewer">', 'other'],
    ['<contrib><role>Academic Editor</role>', 'editor'],
  ])('%s is %s', (tag, role) => {
    expect(people(`<contrib-group>${tag}${name('A', 'B')}</contrib></contrib-group>`)).toMatchObject([{ role }]);
  });

  it('is told by the group where the contributor does not tell', () => {
    expect(
      people(`<contrib-group content-type="editors"><contrib>${name('A', 'B')}</contrib></contrib-group>`),
    ).toMatchObject([{ role: 'editor' }]);
  });
});

describe('The ORCID of a contributor', () => {
  it.each<[string, string, string | undefined]>([
    ['a bare id', '<contrib-id contrib-id-type="orcid">0000-0002-1825-0097</contrib-id>', '0000-0002-1825-0097'],
    [
      'an address',
      '<contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>',
      '0000-0002-1825-0097',
    ],
    [
      'digits without hyphens',
      '<contrib-id contrib-id-type="ORCID">0000000218250097</contrib-id>',
      '0000-0002-1825-0097',
    ],
    ['a small x', '<contrib-id contrib-id-type="orcid">0000-0002-1694-233x</contrib-id>', '0000-0002-1694-233X'],
    ['a link', '<uri content-type="orcid" xlink:href="http://orcid.org/0000-0002-1825-0097"/>', '0000-0002-1825-0097'],
    ['a wrong check digit', '<contrib-id contrib-id-type="orcid">0000-0002-1825-0098</contrib-id>', undefined],
    ['an id of another kind', '<contrib-id contrib-id-type="scopus">0000-0002-1825-0097</contrib-id>', undefined],
    ['nothing', '', undefined],
  ])('from %s', (_, id, expected) => expect(one(id + name('A', 'B'))?.orcid).toBe(expected));

  it('has the check digit of ISO 7064', () => {
    expect(['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X'].map(hasCheckDigit)).toEqual([
      true,
      true,
      true,
    ]);
    expect(hasCheckDigit('0000-0001-5109-3701')).toBe(false);
  });
});

describe('Affiliations', () => {
  it('are those that a contributor points at, in that order, without label and identifiers', () => {
    const affiliations =
      '<aff id="a1"><label>1</label><institution-wrap><institution-id>ror.1</institution-id><institution>Institute of Trees</institution></institution-wrap><addr-line>Berlin</addr-line><country>Germany</country></aff>' +
      '<aff id="a2"><sup>2</sup> Department of Leaves, <city>Paris</city>, <country>France</country>.</aff>';
    const xrefs =
      '<xref ref-type="aff" rid="a2">2</xref><xref ref-type="aff" rid="a1">1</xref><xref ref-type="aff" rid="gone">9</xref>';
    expect(one(name('A', 'B') + xrefs, affiliations)?.affiliations).toEqual([
      'Department of Leaves, Paris, France.',
      'Institute of Trees, Berlin, Germany',
    ]);
    expect(one(name('A', 'B') + '<xref ref-type="aff" rid="a1 a2"/>', affiliations)?.affiliations).toHaveLength(2);
  });

  it('may stand in the contributor, or outside the group', () => {
    expect(one(`${name('A', 'B')}<aff>Analytical Society</aff>`)?.affiliations).toEqual(['Analytical Society']);
    const linked = `<contrib-group><contrib>${name('A', 'B')}<xref ref-type="aff" rid="x"/></contrib></contrib-group><aff id="x">Outside</aff>`;
    expect(people(linked)[0]?.affiliations).toEqual(['Outside']);
  });

  it('that nobody points at are those of all in the group', () => {
    const group = `<contrib-group><contrib>${name('A', 'B')}</contrib><contrib>${name('C', 'D')}</contrib><aff>Shared</aff></contrib-group>`;
    expect(people(group).map(({ affiliations }) => affiliations)).toEqual([['Shared'], ['Shared']]);
  });

  it('in two languages count once', () => {
    const both =
      '<aff-alternatives><aff>Institute of Trees</aff><aff xml:lang="de">Institut für Bäume</aff></aff-alternatives>';
    expect(one(name('A', 'B') + both)?.affiliations).toEqual(['Institute of Trees']);
  });
});

describe('The e-mail of a contributor', () => {
  const group = (note: string): string =>
    `<contrib-group><contrib>${name('King', 'Martin Luther')}<xref ref-type="corresp" rid="c"/></contrib>` +
    `<contrib>${name('Mao', 'Yisheng')}<xref ref-type="corresp" rid="c"/></contrib></contrib-group>` +
    `<author-notes><corresp id="c">${note}</corresp></author-notes>`;

  it.each<[string, string, (string | undefined)[]]>([
    [
      'initials behind the addresses',
      '<email>a@x.org</email> (MLK); <email>b@x.org</email> (YM)',
      ['a@x.org', 'b@x.org'],
    ],
    [
      'family names in the addresses',
      '<email>y.mao@x.org</email>, <email>king1@x.org</email>',
      ['king1@x.org', 'y.mao@x.org'],
    ],
    ['no address, where the element is empty', '<email></email>', [undefined, undefined]],
    ['nothing that tells whose it is', '<email>office@x.org</email>', [undefined, undefined]],
  ])('is told by %s', (_, note, expected) => expect(people(group(note)).map(({ email }) => email)).toEqual(expected));

  it('is the only one of a note that only one points at, or stands with the name', () => {
    expect(
      people(
        `<contrib-group><contrib>${name('A', 'B')}<xref rid="c"/></contrib></contrib-group><author-notes><corresp id="c"><email>z@x.org</email></corresp></author-notes>`,
      )[0]?.email,
    ).toBe('z@x.org');
    expect(one(`${name('A', 'B')}<address><email>q@x.org</email></address>`)?.email).toBe('q@x.org');
  });
});

import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../../testing/read-article.ts';

describe('The title', () => {
  it.each<[string, string, string]>([
    [
      'formatting and line breaks',
      '<article-title>On  CO<sub>2</sub>\n and <italic>E. coli</italic></article-title>',
      'On CO2 and E. coli',
    ],
    ['a subtitle', '<article-title>Trees</article-title><subtitle>A test</subtitle>', 'Trees: A test'],
    [
      'a subtitle behind a question mark',
      '<article-title>Trees?</article-title><subtitle>A test</subtitle>',
      'Trees? A test',
    ],
    [
      'notes on it',
      '<article-title>Trees<xref ref-type="fn" rid="n">*</xref><fn><p>A note.</p></fn></article-title>',
      'Trees',
    ],
    [
      'a formula',
      '<article-title>All <inline-formula><mml:math><mml:mi>n</mml:mi></mml:math></inline-formula> of them</article-title>',
      'All n of them',
    ],
    [
      'a short form beside it',
      '<article-title>Trees</article-title><alt-title>T</alt-title><trans-title-group><trans-title>Bäume</trans-title></trans-title-group>',
      'Trees',
    ],
  ])('is read without %s getting in the way', (_, title, expected) =>
    expect(readArticle({ title }).title).toBe(expected),
  );

  it('that is missing is a finding', () => {
    const document = readArticle({ title: '' });
    expect([document.title, document.findings]).toEqual(['', [expect.objectContaining({ code: 'ddm/no-title' })]]);
  });
});

describe('Identifiers', () => {
  const id = (type: string, value: string): string => `<article-id pub-id-type="${type}">${value}</article-id>`;

  it.each<[string, string, object]>([
    ['a DOI', id('doi', '10.1371/journal.PBIO.0020334'), { doi: '10.1371/journal.pbio.0020334' }],
    ['a DOI as an address', id('doi', ' https://doi.org/10.5555/X '), { doi: '10.5555/x' }],
    ['a placeholder', id('doi', 'N/A'), {}],
    ['PubMed', id('pmid', '123') + id('pmc', 'PMC9'), { pmid: '123' }],
    ['arXiv', id('arxiv', 'arXiv:2101.00001v2'), { arxiv: '2101.00001v2' }],
    ['the first of two', id('doi', '10.1/a') + id('doi', '10.1234/a') + id('doi', '10.1234/b'), {}],
    [
      'an address',
      '<self-uri xlink:href="https://example.org/p"/><self-uri xlink:href="p.pdf"/>',
      { url: 'https://example.org/p' },
    ],
  ])('are read from %s', (_, meta, expected) => expect(readArticle({ meta }).identifiers).toEqual(expected));
});

describe('The venue', () => {
  it.each<[string, string, string | undefined]>([
    ['in a group', '<journal-title-group><journal-title>eLife</journal-title></journal-title-group>', 'eLife'],
    ['as the old tag sets have it', '<journal-title>PLoS Biology</journal-title>', 'PLoS Biology'],
    [
      'with a subtitle',
      '<journal-title-group><journal-title>A</journal-title><journal-subtitle>B</journal-subtitle></journal-title-group>',
      'A: B',
    ],
    [
      'abbreviated only',
      '<journal-title-group><abbrev-journal-title>J. For.</abbrev-journal-title></journal-title-group>',
      'J. For.',
    ],
    ['missing', '<publisher/>', undefined],
  ])('%s', (_, journal, expected) => expect(readArticle({ journal }).venue).toBe(expected));
});

describe('The date', () => {
  const date = (type: string, parts: string): string => `<pub-date ${type}>${parts}</pub-date>`;
  const full = '<day>1</day><month>2</month><year>2018</year>';

  it.each<[string, string, object | undefined]>([
    [
      'the earliest complete date of publication',
      date('pub-type="ppub"', '<month>3</month><year>2018</year>') + date('pub-type="epub"', full),
      { year: 2018, month: 2, day: 1 },
    ],
    [
      'electronic before print',
      date('pub-type="ppub"', '<day>2</day><month>2</month><year>2018</year>') + date('pub-type="epub"', full),
      { year: 2018, month: 2, day: 1 },
    ],
    [
      'one with a type of the new kind',
      date('date-type="pub" publication-format="electronic"', full),
      { year: 2018, month: 2, day: 1 },
    ],
    ['the one without any type', date('', full), { year: 2018, month: 2, day: 1 }],
    ['ISO 8601', date('date-type="pub" iso-8601-date="2018-02-01"', ''), { year: 2018, month: 2, day: 1 }],
    ['a month by name', date('pub-type="epub"', '<month>Sept.</month><year>2018</year>'), { year: 2018, month: 9 }],
    ['a string', date('pub-type="epub"', '<string-date>March 2018</string-date>'), { year: 2018, month: 3 }],
    ['the issue, failing others', date('pub-type="collection"', '<year>2019</year>'), { year: 2019 }],
    [
      'not the issue beside a publication',
      date('pub-type="collection"', '<year>2017</year>') + date('pub-type="epub"', '<year>2018</year>'),
      { year: 2018 },
    ],
    [
      'a day that its month does not have',
      date('pub-type="epub"', '<day>30</day><month>2</month><year>2018</year>'),
      { year: 2018, month: 2 },
    ],
    ['a thirteenth month', date('pub-type="epub"', '<month>13</month><year>2018</year>'), { year: 2018 }],
    ['not the receipt', '<history><date date-type="received"><year>2010</year></date></history>', undefined],
    [
      "not an archive's, beside an issue",
      date('pub-type="pmc-release"', '<year>2020</year>') + date('pub-type="collection"', '<year>2019</year>'),
      { year: 2019 },
    ],
  ])('is %s', (_, meta, expected) => expect(readArticle({ meta }).date).toEqual(expected));
});

describe('The licence', () => {
  const by = 'https://creativecommons.org/licenses/by/4.0/';

  it.each<[string, string, string | undefined]>([
    ['declared', `<license xlink:href="${by}"><license-p>Free.</license-p></license>`, by],
    ['tagged', `<ali:license_ref>${by}</ali:license_ref>`, by],
    ['tagged in the licence', `<license><ali:license_ref>${by}</ali:license_ref></license>`, by],
    [
      'linked in its text',
      `<license><license-p>See <ext-link xlink:href="https://example.org/us">us</ext-link> and <ext-link xlink:href="${by}">CC BY</ext-link>.</license-p></license>`,
      by,
    ],
    ['named in its text', `<license><license-p>Free under ${by}.</license-p></license>`, by],
    ['words only', '<license><license-p>Free to read.</license-p></license>', 'Free to read.'],
    ['a copyright only', '<copyright-statement>© The authors</copyright-statement>', '© The authors'],
    ['missing', '', undefined],
  ])('%s', (_, permissions, expected) =>
    expect(readArticle({ meta: `<permissions>${permissions}</permissions>` }).licence).toBe(expected),
  );
});

describe('Keywords', () => {
  it('are those of all groups but the abbreviations, once each', () => {
    const meta =
      '<kwd-group><kwd>trees</kwd><kwd>CO<sub>2</sub></kwd><kwd/></kwd-group>' +
      '<kwd-group><kwd>trees</kwd><compound-kwd><compound-kwd-part>T1</compound-kwd-part><compound-kwd-part>oak</compound-kwd-part></compound-kwd></kwd-group>' +
      '<kwd-group kwd-group-type="abbreviations"><kwd>DBH</kwd></kwd-group>';
    expect(readArticle({ meta }).keywords).toEqual(['trees', 'CO2', 'T1: oak']);
  });
});

describe('The language', () => {
  it.each([
    ['xml:lang="EN-gb"', 'en-gb'],
    ['xml:lang="de"', 'de'],
    ['', undefined],
  ])('of %s', (attributes, expected) => expect(readArticle({ attributes }).language).toBe(expected));
});

describe('What the first page says besides', () => {
  it('becomes footnotes: notes on authors, who paid, a statement among the metadata', () => {
    const meta =
      '<author-notes><corresp>E-mail: <email>a@x.org</email></corresp><fn fn-type="conflict"><label>*</label><p>None declared.</p></fn></author-notes>' +
      '<funding-group><award-group><award-id>7</award-id></award-group><funding-statement>The forest paid.</funding-statement></funding-group>' +
      '<custom-meta-group><custom-meta><meta-name>Data Availability</meta-name><meta-value>All data are in the paper.</meta-value></custom-meta>' +
      '<custom-meta><meta-name>version</meta-name><meta-value>1</meta-value></custom-meta></custom-meta-group>';
    const document = readArticle({ meta });
    expect(
      document.footnotes.map(({ label, paragraphs }) => [
        label,
        paragraphs[0]?.heading,
        paragraphs[0]?.sentences[0]?.text,
      ]),
    ).toEqual([
      ['*', undefined, 'None declared.'],
      [undefined, undefined, 'The forest paid.'],
      [undefined, 'Data Availability', 'All data are in the paper.'],
    ]);
    expect(document.findings).toEqual([
      expect.objectContaining({
        code: 'ddm/dropped-text',
        message: expect.stringMatching(/custom metadata \(8\).*grants \(1\)/),
      }),
    ]);
  });
});

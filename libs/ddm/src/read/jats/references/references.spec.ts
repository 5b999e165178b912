import type { Reference } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../../testing/read-article.ts';

/** The reference that the content of one `ref` makes, without what all have. */
function read(content: string): Partial<Reference> {
  const { references } = readArticle({ back: `<ref-list><ref id="r1">${content}</ref></ref-list>` });
  expect(references).toHaveLength(1);
  const { id: _, boxes: __, ...rest } = references[0] as Reference;
  return rest;
}

const name = (family: string, given: string): string =>
  `<name><surname>${family}</surname><given-names>${given}</given-names></name>`;

describe('A reference', () => {
  it('of fields only is composed in a fixed order', () => {
    expect(
      read(
        `<label>3.</label><element-citation publication-type="journal"><person-group person-group-type="author">${name('Doe', 'J')}<collab>Tree Group</collab><etal/></person-group>` +
          '<article-title>On CO<sub>2</sub> and oaks.</article-title><source>Nature</source><year iso-8601-date="1999">1999</year><month>5</month>' +
          '<volume>400</volume><issue>6</issue><fpage>12</fpage><lpage>19</lpage><pub-id pub-id-type="doi">10.1038/OAK(99)1</pub-id><pub-id pub-id-type="pmid">7</pub-id><comment>In German</comment></element-citation>',
      ),
    ).toEqual({
      label: '3',
      raw: 'Doe J, Tree Group, et al. (1999-5). On CO2 and oaks. Nature 400(6): 12–19. doi:10.1038/OAK(99)1. PMID: 7. In German.',
      authors: ['Doe, J', 'Tree Group'],
      title: 'On CO2 and oaks',
      container: 'Nature',
      year: 1999,
      volume: '400',
      issue: '6',
      pages: '12-19',
      doi: '10.1038/oak(99)1',
    });
  });

  it('with punctuation stays as printed; people after the title are editors', () => {
    expect(
      read(
        `<mixed-citation publication-type="book">${name('Smith', 'A. B.')} (<year>2001</year>) <chapter-title>Elms</chapter-title>. In: ` +
          `<person-group person-group-type="editor">${name('Editor', 'E.')}</person-group>, editors. <source>The book of trees</source>. ` +
          '<publisher-loc>London</publisher-loc>: <publisher-name>Wood</publisher-name>. pp. <fpage>5</fpage>–<lpage>9</lpage>. ' +
          '<ext-link xlink:href="https://doi.org/10.5555/elm">doi.org/10.5555/elm</ext-link>.</mixed-citation>',
      ),
    ).toEqual({
      raw: 'Smith A. B. (2001) Elms. In: Editor E., editors. The book of trees. London: Wood. pp. 5–9. doi.org/10.5555/elm.',
      authors: ['Smith, A. B.'],
      title: 'Elms',
      container: 'The book of trees',
      year: 2001,
      pages: '5-9',
      doi: '10.5555/elm',
    });
  });

  it('has no author called “others”', () => {
    const others = '<name><surname>others</surname></name>';
    expect(
      read(
        `<element-citation><person-group>${name('Doe', 'J')}${others}</person-group><article-title>Elms</article-title></element-citation>`,
      ),
    ).toMatchObject({ authors: ['Doe, J'], raw: 'Doe J, others. Elms.' });
  });

  it.each(['citation', 'nlm-citation'])('of the older tag sets (%s) is read alike', (tag) => {
    expect(
      read(
        `<${tag} citation-type="journal"><person-group>${name('Bier', 'E')}${name('Jan', 'LY')}</person-group><year>1990</year><article-title>Rhomboid</article-title><source>Genes Dev</source><volume>4</volume><fpage>190</fpage><lpage>203</lpage></${tag}>`,
      ),
    ).toEqual({
      raw: 'Bier E, Jan LY (1990). Rhomboid. Genes Dev 4: 190–203.',
      authors: ['Bier, E', 'Jan, LY'],
      title: 'Rhomboid',
      container: 'Genes Dev',
      year: 1990,
      volume: '4',
      pages: '190-203',
    });
  });

  it('without any markup keeps its text, and has the parts that its form shows or the trained parser finds', () => {
    expect(
      read(
        '<mixed-citation>Oldman C. Trees I have met. J. For. 1987; 12: 1–1950. https://trees.example.org/met. Accessed 2020.</mixed-citation>',
      ),
    ).toEqual({
      raw: 'Oldman C. Trees I have met. J. For. 1987; 12: 1–1950. https://trees.example.org/met. Accessed 2020.',
      authors: ['Oldman C.'],
      title: 'Trees I have met',
      container: 'J. For.',
      year: 1987,
      volume: '12',
      pages: '1–1950',
      url: 'https://trees.example.org/met',
    });
    expect(read('<note><p>Doe J (2004a) On trees. doi: 10.1016/S1470-2045(10)70017-6.</p></note>')).toEqual({
      raw: 'Doe J (2004a) On trees. doi: 10.1016/S1470-2045(10)70017-6.',
      authors: ['Doe, J'],
      title: 'On trees',
      year: 2004,
      doi: '10.1016/s1470-2045(10)70017-6',
    });
  });

  it('with alternatives is read from the one that is marked up most', () => {
    expect(
      read(
        `<citation-alternatives><mixed-citation>Alt A. Alternative (2003).</mixed-citation><element-citation publication-type="book">${name('Alt', 'Anna')}<source>Alternative</source><year>2003</year></element-citation></citation-alternatives>`,
      ),
    ).toEqual({ raw: 'Anna Alt (2003). Alternative.', authors: ['Alt, Anna'], title: 'Alternative', year: 2003 });
  });

  it('with several citations is one, with the fields of the first and the text of all', () => {
    expect(
      read(
        '<label>5</label><mixed-citation><label>a</label> <string-name><surname>One</surname> <given-names>O.</given-names></string-name>, First, <year>2010</year>;</mixed-citation><mixed-citation><label>b</label> Two T., Second, 2011.</mixed-citation><note><p>A remark.</p></note>',
      ),
    ).toEqual({
      label: '5',
      raw: 'a One O., First, 2010; b Two T., Second, 2011. A remark.',
      authors: ['One, O.'],
      year: 2010,
    });
  });

  it.each<[string, string, Partial<Reference>]>([
    [
      'a book, called by its source',
      '<element-citation publication-type="book"><source>Trees</source><year>2000</year></element-citation>',
      { title: 'Trees' },
    ],
    [
      'a paper without a title',
      '<element-citation publication-type="journal"><source>Nature</source><volume>1</volume></element-citation>',
      { container: 'Nature' },
    ],
    ['one page', '<element-citation><fpage>7</fpage><lpage>7</lpage></element-citation>', { pages: '7' }],
    ['an article number', '<element-citation><elocation-id>e12</elocation-id></element-citation>', { pages: 'e12' }],
    [
      'a page range',
      '<element-citation><page-range>1-4, 9</page-range><fpage>1</fpage></element-citation>',
      { pages: '1-4, 9' },
    ],
    ['a volume with its word', '<mixed-citation>x <volume>Vol. 12</volume></mixed-citation>', { volume: '12' }],
    [
      'a DOI in a link only',
      '<mixed-citation>x <ext-link xlink:href="https://doi.org/10.1000/A%2FB">here</ext-link></mixed-citation>',
      { doi: '10.1000/a/b' },
    ],
    [
      'an address that is no DOI',
      '<mixed-citation>x <uri>https://example.org/a</uri></mixed-citation>',
      { url: 'https://example.org/a' },
    ],
    [
      'a conference',
      '<element-citation publication-type="confproc"><article-title>Trees</article-title><conf-name>Forest 2000</conf-name></element-citation>',
      { title: 'Trees', container: 'Forest 2000' },
    ],
    [
      'editors only',
      `<element-citation><person-group person-group-type="editor">${name('E', 'F')}</person-group><source>S</source></element-citation>`,
      { authors: [] },
    ],
    [
      'a suffix',
      '<element-citation><name><surname>King</surname><given-names>ML</given-names><suffix>Jr</suffix></name></element-citation>',
      { authors: ['King, ML, Jr'] },
    ],
    [
      'a name as printed',
      '<mixed-citation><string-name>Ada Lovelace</string-name>. X.</mixed-citation>',
      { authors: ['Ada Lovelace'] },
    ],
    [
      'a semicolon in the name of a group',
      '<element-citation><collab>A; B</collab></element-citation>',
      { authors: ['A, B'] },
    ],
    ['a damaged year', '<element-citation><year>in press</year></element-citation>', {}],
  ])('with %s', (_, content, expected) => expect(read(content)).toMatchObject(expected));

  it('keeps its place though it is empty, and a finding counts it', () => {
    const document = readArticle({
      back: '<ref-list><ref id="a"/><ref id="b"><mixed-citation>B.</mixed-citation></ref></ref-list>',
    });
    expect(document.references.map(({ id, raw }) => [id, raw])).toEqual([
      ['ref1', ''],
      ['ref2', 'B.'],
    ]);
    expect(document.findings).toEqual([expect.objectContaining({ code: 'ddm/empty-reference', amount: 1 })]);
  });

  it('of a list inside a list, or of a second list, comes in the order of the file', () => {
    const entry = (id: string): string => `<ref id="${id}"><mixed-citation>${id}</mixed-citation></ref>`;
    const { references } = readArticle({
      body: `<sec><title>Reading</title><ref-list>${entry('a')}</ref-list></sec>`,
      back: `<ref-list><title>More</title>${entry('b')}<ref-list>${entry('c')}</ref-list></ref-list>`,
    });
    expect(references.map(({ raw }) => raw)).toEqual(['a', 'b', 'c']);
  });

  it('list says more than its entries in a section of its own', () => {
    const document = readArticle({
      back: '<ref-list><title>References</title><p>Starred ones are trees.</p><ref><mixed-citation>A.</mixed-citation></ref></ref-list>',
    });
    expect(document.sections).toMatchObject([
      { heading: 'References', role: 'references', paragraphs: [{ sentences: [{ text: 'Starred ones are trees.' }] }] },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../../testing/read-article.ts';

/** Kind, run-in heading, list marker and text of each paragraph of the first section. */
const paragraphs = (body: string) =>
  (readArticle({ body }).sections[0]?.paragraphs ?? []).map(({ kind, heading, list, sentences }) => ({
    kind,
    ...(heading === undefined ? {} : { heading }),
    ...(list === undefined ? {} : { list }),
    text: sentences.map(({ text }) => text).join(' '),
  }));
const text = (content: string) => ({ kind: 'text', text: content });

describe('Sections', () => {
  it('nest, with numbers, headings, depth and the role that their type names', () => {
    const { sections } = readArticle({
      body:
        '<p>Before.</p><sec sec-type="intro"><label>1.</label><title>Introduction</title><p>A.</p>' +
        '<sec><label>1.1</label><title>Aims</title><sec><title>Deep</title><p>B.</p></sec></sec></sec><sec sec-type="materials|methods"><title>How</title></sec>',
    });
    expect(sections).toMatchObject([
      { id: 's1', heading: '', depth: 1, paragraphs: [{ id: 's1/p1' }] },
      {
        id: 's2',
        number: '1',
        heading: 'Introduction',
        role: 'introduction',
        paragraphs: [{ id: 's2/p1' }],
        sections: [
          {
            id: 's2/s1',
            number: '1.1',
            heading: 'Aims',
            depth: 2,
            sections: [{ id: 's2/s1/s1', depth: 3, paragraphs: [{ id: 's2/s1/s1/p1' }] }],
          },
        ],
      },
      { id: 's3', role: 'method' },
    ]);
  });

  it('are also acknowledgements, appendices, glossaries, notes and boxes', () => {
    const { sections } = readArticle({
      body: '<sec><title>T</title><boxed-text><label>Box 1</label><caption><title>Boxed</title><p>C.</p></caption><p>P.</p></boxed-text></sec>',
      back:
        '<ack><p>Thanks.</p></ack><app-group><app><label>Appendix A</label><title>More</title><p>X.</p></app></app-group>' +
        '<glossary><title>Terms</title><def-list><def-item><term>DBH</term><def><p>diameter</p></def></def-item></def-list></glossary><notes><title>Conflicts</title><p>None.</p></notes>',
    });
    expect(sections.map(({ number, heading, role }) => [number, heading, role])).toEqual([
      [undefined, 'T', 'other'],
      [undefined, '', 'acknowledgement'],
      ['Appendix A', 'More', 'appendix'],
      [undefined, 'Terms', 'other'],
      [undefined, 'Conflicts', 'other'],
    ]);
    expect(sections[0]?.sections).toMatchObject([{ number: 'Box 1', heading: 'Boxed', paragraphs: [{}, {}] }]);
  });

  it('do not begin at a box that is only a frame', () => {
    const { sections, tables } = readArticle({
      body: '<sec><title>T</title><boxed-text><table-wrap><caption><p>Cap.</p></caption><table><tr><td>1</td></tr></table></table-wrap></boxed-text><p>P.</p></sec>',
    });
    expect(sections).toMatchObject([{ heading: 'T', sections: [], paragraphs: [{}] }]);
    expect(tables).toMatchObject([{ section: 's1' }]);
  });

  it('hold a decision letter and its reply under their titles', () => {
    const { sections } = readArticle({
      root: '<sub-article><front-stub><title-group><article-title>Decision letter</article-title></title-group></front-stub><body><p>Good.</p></body></sub-article><response><body><p>Thanks.</p></body></response>',
    });
    expect(sections.map(({ heading }) => heading)).toEqual(['Decision letter', '']);
  });
});

describe('Lists', () => {
  const item = (content: string): string => `<list-item>${content}</list-item>`;

  it('make one item a paragraph, with marker, depth and order, and split the text around them', () => {
    expect(
      paragraphs(
        `<p>Steps:<list list-type="order">${item('<p>First.</p>')}${item(`<p>Second:</p><list list-type="alpha-lower">${item('<p>inner</p>')}</list><p>rest.</p>`)}</list>after.</p>`,
      ),
    ).toEqual([
      text('Steps:'),
      { kind: 'item', list: { depth: 1, ordered: true, marker: '1.' }, text: 'First.' },
      { kind: 'item', list: { depth: 1, ordered: true, marker: '2.' }, text: 'Second:' },
      { kind: 'item', list: { depth: 2, ordered: true, marker: 'a.' }, text: 'inner' },
      { kind: 'item', list: { depth: 1, ordered: true }, text: 'rest.' },
      text('after.'),
    ]);
  });

  it.each([
    ['roman-lower', 4, 'iv.'],
    ['roman-upper', 9, 'IX.'],
    ['alpha-upper', 28, 'AB.'],
    ['bullet', 2, '•'],
    ['simple', 2, undefined],
    ['constructor', 1, undefined],
  ])('of type %s mark item %d with %s', (type, place, marker) => {
    const items = Array.from({ length: place }, (_, i) => item(`<p>${i + 1}</p>`)).join('');
    expect(paragraphs(`<list list-type="${type}">${items}</list>`)[place - 1]?.list?.marker).toBe(marker);
  });

  it('keep markers and titles of their own', () => {
    expect(
      paragraphs(`<list><title>A list</title>${item('<label>(i)</label><title>Head</title><p>Text.</p>')}</list>`),
    ).toEqual([
      text('A list'),
      { kind: 'item', heading: 'Head', list: { depth: 1, ordered: false, marker: '(i)' }, text: 'Text.' },
    ]);
  });

  it('of definitions run the term into its definition', () => {
    const list = { depth: 1, ordered: false };
    expect(
      paragraphs(
        '<def-list><def-item><term>Oak</term><def><p>A tree.</p></def></def-item><def-item><term>Ash</term></def-item></def-list>',
      ),
    ).toEqual([
      { kind: 'item', heading: 'Oak', list, text: 'A tree.' },
      { kind: 'item', list, text: 'Ash' },
    ]);
  });
});

describe('Other blocks', () => {
  it.each<[string, string, object[]]>([
    [
      'quotations',
      '<disp-quote><p>To be.</p><attrib>Hamlet</attrib></disp-quote>',
      [
        { kind: 'quote', text: 'To be.' },
        { kind: 'quote', text: 'Hamlet' },
      ],
    ],
    [
      'verses',
      '<verse-group><verse-line>Tyger tyger,</verse-line><verse-line>burning</verse-line></verse-group>',
      [{ kind: 'quote', text: 'Tyger tyger, burning' }],
    ],
    [
      'theorems',
      '<statement><label>Theorem 1</label><title>Trees</title><p>It holds.</p></statement>',
      [{ kind: 'text', heading: 'Theorem 1 Trees', text: 'It holds.' }],
    ],
    [
      'speech',
      '<speech><speaker>ML</speaker><p>I have a tree.</p></speech>',
      [{ kind: 'text', heading: 'ML', text: 'I have a tree.' }],
    ],
    ['listings, line by line', '<code>\nif x. Y:\n    go\n</code>', [{ kind: 'code', text: 'if x. Y:\n    go' }]],
    ['loose text', 'Loose <bold>text</bold><p>and a paragraph</p>', [text('Loose text'), text('and a paragraph')]],
    ['blocks in unknown elements', '<panel><p>Kept.</p></panel>', [text('Kept.')]],
    [
      'supplements by their caption',
      '<supplementary-material><label>S1 File</label><caption><title>Data.</title><p>All trees.</p><p>(0.3 MB CSV)</p></caption></supplementary-material>',
      [{ kind: 'caption', heading: 'S1 File', text: 'Data. All trees. (0.3 MB CSV)' }],
    ],
    ['empty paragraphs, which are none', '<p/><p> \n </p><p>One.</p>', [text('One.')]],
  ])('are %s', (_, body, expected) => expect(paragraphs(body)).toEqual(expected));

  it('lift the note of a file into the sentence before it', () => {
    const { sections } = readArticle({
      body: '<supplementary-material><caption><p>All trees.</p><p>(PDF)</p></caption></supplementary-material>',
    });
    expect(sections[0]?.paragraphs[0]?.sentences.map((sentence) => sentence.text)).toEqual(['All trees. (PDF)']);
  });
});

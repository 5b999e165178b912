import { describe, expect, it } from '@jest/globals';
import { bodyTexts, readArticle } from '../../../testing/read-article.ts';

const section = (content: string): string => `<sec><title>A</title>${content}</sec>`;

describe('What stands inside a paragraph but is a block of its own', () => {
  it('as boxed text becomes a section, and the paragraph goes on around it', () => {
    const { sections } = readArticle({
      body: section(
        '<p>Before <boxed-text><label>Box 1</label><caption><title>On boxes</title><p>Caption.</p></caption><p>Inside.</p></boxed-text> after.</p>',
      ),
    });
    expect(sections[0]?.paragraphs.map(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
      ['Before'],
      ['after.'],
    ]);
    expect(sections[0]?.sections).toMatchObject([{ number: 'Box 1', heading: 'On boxes' }]);
    expect(bodyTexts(readArticle({ body: section('<boxed-text><p>Framed.</p></boxed-text>') }))).toEqual(['Framed.']);
  });

  it('as a quotation keeps its source', () => {
    const { sections } = readArticle({
      body: '<p>He said: <disp-quote><p>Go.</p><attrib>Roe 2001</attrib></disp-quote> and left.</p>',
    });
    expect(sections[0]?.paragraphs).toMatchObject([
      { kind: 'text', sentences: [{ text: 'He said:' }] },
      { kind: 'quote', sentences: [{ text: 'Go.' }] },
      { kind: 'quote', sentences: [{ text: 'Roe 2001' }] },
      { kind: 'text', sentences: [{ text: 'and left.' }] },
    ]);
  });

  it('as a supplementary file is known by its label, its caption or its text, wherever they stand', () => {
    const { sections } = readArticle({
      body: section(
        '<supplementary-material><label>S1</label></supplementary-material>' +
          '<supplementary-material><label>S2</label><caption><p>Data.</p></caption></supplementary-material>' +
          '<supplementary-material><media><caption><p>Code.</p></caption></media></supplementary-material>' +
          '<supplementary-material><p>Plain.</p></supplementary-material>' +
          '<p>See <inline-supplementary-material>file S4</inline-supplementary-material>.</p>',
      ),
    });
    expect(sections[0]?.paragraphs).toMatchObject([
      { kind: 'caption', sentences: [{ text: 'S1' }] },
      { kind: 'caption', heading: 'S2', sentences: [{ text: 'Data.' }] },
      { kind: 'caption', sentences: [{ text: 'Code.' }] },
      { kind: 'caption', sentences: [{ text: 'Plain.' }] },
      { kind: 'text', sentences: [{ text: 'See file S4.' }] },
    ]);
  });
});

describe('Sub-articles and responses', () => {
  const stub = (title: string): string =>
    `<front-stub><title-group><article-title>${title}</article-title></title-group></front-stub>`;

  it('place the floats at their own end in their own section', () => {
    const { figures, sections } = readArticle({
      body: section('<p>See <xref ref-type="fig" rid="f1">Fig. 1</xref>.</p>'),
      root:
        '<floats-group><fig id="f1"><label>1</label></fig></floats-group>' +
        `<sub-article>${stub('Reply')}<body><p>See <xref ref-type="fig" rid="f2">R1</xref>.</p></body>` +
        '<floats-group><fig id="f2"><label>R1</label></fig></floats-group></sub-article>' +
        `<response>${stub('Response')}<body><p>Thanks.</p></body></response>`,
    });
    expect(sections.map(({ heading }) => heading)).toEqual(['A', 'Reply', 'Response']);
    expect(figures.map(({ label, section: home }) => [label, home])).toEqual([
      ['1', 's1'],
      ['R1', 's2'],
    ]);
  });
});

it('Named and styled content are words like others', () => {
  const body =
    '<p>The <named-content content-type="gene">BRCA1</named-content> gene, <styled-content style="x">set</styled-content> apart.</p>';
  expect(bodyTexts(readArticle({ body }))).toEqual(['The BRCA1 gene, set apart.']);
});

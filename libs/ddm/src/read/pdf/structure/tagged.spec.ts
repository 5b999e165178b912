import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadPdfium } from '../engine/pdfium.ts';
import { readPdf } from '../read-pdf.ts';
import { linesAt, makePdf, marked, textAt } from '../testing/make-pdf.ts';

const prose = [
  'It is told in a few words that make a paragraph of two lines, the first of',
  'which is long enough to be one.',
];

beforeAll(loadPdfium);

/** Headings in the type of the text, as no layout tells them. */
function taggedPage(): Parameters<typeof makePdf>[0][number] {
  return {
    content:
      marked(0, textAt(72, 780, 'A Title in Large Letters', 20)) +
      marked(1, textAt(72, 740, 'Where it all begins')) +
      marked(2, linesAt(72, 720, prose)) +
      marked(3, textAt(72, 680, 'What comes after that')) +
      marked(4, linesAt(72, 660, prose)) +
      marked(5, textAt(90, 630, 'bread and butter for the first guest')) +
      marked(6, textAt(90, 618, 'wine and water for the second guest')) +
      marked(7, linesAt(72, 590, prose)) +
      marked('Artifact', textAt(72, 40, 'Printed by Somebody', 8)),
    elements: ['Title', 'H2', 'P', 'H3', 'P', 'LI', 'LI', 'P'],
  };
}

describe('the structure tree of a tagged PDF', () => {
  it('tells headings that look like text, and how deep they are', () => {
    const { blocks } = readPdf(makePdf([taggedPage()]));
    const [outer] = blocks.filter((block) => block.type === 'section');
    expect(outer).toMatchObject({ type: 'section', heading: { text: 'Where it all begins' } });
    const inner = outer?.type === 'section' ? outer.blocks.at(-1) : undefined;
    expect(inner).toMatchObject({ type: 'section', heading: { text: 'What comes after that' } });
  });

  it('tells the items of a list that has no bullets', () => {
    const texts = JSON.stringify(readPdf(makePdf([taggedPage()])).blocks);
    expect(texts.match(/"kind":"item"/g)).toHaveLength(2);
    expect(texts).toContain('"text":"wine and water for the second guest"');
  });

  it('tells what is printed around the text', () => {
    const draft = readPdf(makePdf([taggedPage()]));
    expect(JSON.stringify(draft.blocks)).not.toContain('Printed by Somebody');
    expect(draft.findings).toEqual([expect.objectContaining({ code: 'ddm/dropped-text', amount: 19 })]);
  });

  it('is needed for all of this', () => {
    const page = taggedPage();
    const untagged = makePdf([typeof page === 'string' ? page : { content: page.content }]);
    const { blocks } = readPdf(untagged);
    expect(blocks.filter(({ type }) => type === 'section')).toEqual([]);
    expect(JSON.stringify(blocks)).not.toContain('"kind":"item"');
  });
});

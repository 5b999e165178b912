import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadPdfium } from '../engine/pdfium.ts';
import { readPdf } from '../read-pdf.ts';
import { linesAt, makePdf, textAt } from '../testing/make-pdf.ts';

beforeAll(loadPdfium);

const left = 72;
const title = textAt(left, 770, 'A Study of Small Files', 18, 'bold');
const paragraph = (y: number): string =>
  linesAt(left, y, [
    'Small files are made by hand and hold nothing that was not asked for, so that readers can be',
    'shown what it does with each of them. A sentence may go on in the next line of the paragraph,',
    'and another one may end in it. What follows is the same again, as nobody reads it anyway.',
  ]);
const body = textAt(left, 560, '1 Introduction', 14, 'bold') + paragraph(540) + paragraph(490) + paragraph(440);

const raised = (x: number, y: number, mark: string): string => textAt(x, y + 4, mark, 6);

describe('the head of a paper', () => {
  it('goes on over the page where the list of authors does', () => {
    const names = Array.from({ length: 44 }, (_, i) => `Jane ${letterName(i)}, Richard ${letterName(i + 44)},`);
    const first = title + linesAt(left, 740, names, 12, 'bold');
    const second =
      linesAt(left, 780, ['Edgar Poe and Tara van Noe'], 12, 'bold') +
      linesAt(left, 750, ['University of Somewhere, Department of Files'], 9) +
      textAt(left, 715, 'A Study of Small Files', 14, 'bold') +
      body;
    const { contributors, blocks } = readPdf(makePdf([first, second]));
    expect(contributors).toHaveLength(90);
    expect(contributors.at(-1)).toMatchObject({
      name: 'Tara van Noe',
      family: 'van Noe',
      affiliations: ['University of Somewhere, Department of Files'],
    });
    expect(JSON.stringify(blocks)).not.toMatch(/Poe|Somewhere|A Study/);
  });

  it('takes a list of marked affiliations, although it ends sentences', () => {
    const head =
      textAt(left, 745, 'Jane Doe', 11) +
      raised(left + 46, 745, '1,2') +
      raised(left, 730, '1') +
      textAt(left + 4, 730, 'University of Files, Department of Letters and of the Sea. Someplace, Elsewhere.', 8) +
      raised(left, 720, '2') +
      textAt(left + 4, 720, 'Centre for Small Things, Faculty of Everything and the Rest. Someplace, Elsewhere.', 8);
    const { contributors, blocks } = readPdf(makePdf([title + head + body]));
    expect(contributors.map(({ name, affiliations }) => [name, affiliations.length])).toEqual([['Jane Doe', 2]]);
    expect(JSON.stringify(blocks)).not.toContain('Someplace');
  });

  it('gives an address at the foot of the page to the author whose sign it has', () => {
    const head =
      textAt(left, 745, 'Jane Doe', 11) +
      raised(left + 46, 745, '*') +
      textAt(left + 52, 745, ' and Richard Roe', 11) +
      textAt(left, 730, 'University of Somewhere', 9);
    const foot = raised(left, 60, '*') + textAt(left + 5, 60, 'Corresponding author (office@somewhere.org).', 8);
    const { contributors } = readPdf(makePdf([title + head + body + foot]));
    expect(contributors.map(({ email }) => email)).toEqual(['office@somewhere.org', undefined]);
  });
});

describe('an abstract', () => {
  const names = textAt(left, 745, 'Jane Doe', 11) + textAt(left, 730, 'University of Somewhere', 9);
  const abstractOf = (page: string): string[] => readPdf(makePdf([page])).abstract.map(({ content }) => content.text);

  it('may be named by a bold word at the start of its paragraph', () => {
    const lines = [
      'This is the whole of it, and it is short because the page',
      'is only made for this test of the reader.',
    ];
    const named =
      textAt(left, 700, 'Abstract', 9, 'bold') +
      textAt(left + 45, 700, lines[0] ?? '', 9) +
      textAt(left, 689, lines[1] ?? '', 9);
    expect(abstractOf(title + names + named + body)).toEqual([lines.join(' ')]);
  });

  it('may have no name where it stands between the head and the introduction', () =>
    expect(abstractOf(title + names + paragraph(690) + body)).toEqual([
      expect.stringMatching(/^Small files .* anyway\.$/),
    ]));

  it('is not what stands before another section', () =>
    expect(abstractOf((title + names + paragraph(690) + body).replace('Introduction', 'Files'))).toEqual([]));
});

/** A name of letters only, another one for each number. */
function letterName(i: number): string {
  return `D${'aeiou'.charAt(i % 5)}${'bdfgklmnprst'.charAt(Math.floor(i / 5) % 12)}${'aeiou'.charAt(Math.floor(i / 60) % 5)}`;
}

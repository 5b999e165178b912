import type { Document } from '@askg/contract';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CitablePaper } from '../evidence/citable-paper.ts';
import { CorpusView } from '../evidence/corpus-view.ts';
import { PaperLibrary } from '../evidence/paper-library.ts';
import { openTestCorpus } from '../testing/test-corpus.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import type { Cell } from './cell.ts';
import { knownAspect } from './known-aspects.ts';
import { licenceName } from './licence-name.ts';
import { namesCell } from './names-cell.ts';
import { textCell } from './text-cell.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The telescope's paper with other sentences in its sections, and as it is viewed. */
async function paperOf(
  texts: readonly string[],
  more: Partial<Document> = {},
): Promise<{ paper: CitablePaper; view: CorpusView }> {
  const sentences = texts.map((text, i) => ({ id: `s1/p1/t${i + 1}`, text, boxes: [], citations: [] }));
  const paragraphs = [{ id: 's1/p1', kind: 'text' as const, sentences }];
  const sections = [{ id: 's1', heading: 'Notes', depth: 1, role: 'other' as const, paragraphs, sections: [] }];
  const document = { ...telescopePaper, figures: [], tables: [], abstract: [], sections, ...more };
  const { corpus, keys, close } = await openTestCorpus([document]);
  closing.push(close);
  const view = new CorpusView(corpus, new PaperLibrary(corpus));
  const paper = await view.paper(keys[0] ?? '');
  if (!paper) throw new Error('The paper is not in its corpus.');
  return { paper, view };
}

async function cellOf(aspect: string, texts: readonly string[], more: Partial<Document> = {}): Promise<Cell> {
  const { paper, view } = await paperOf(texts, more);
  const known = knownAspect(aspect);
  if (known?.signs === undefined) throw new Error(`${aspect} is no aspect of the text.`);
  return textCell(known.signs, paper, view);
}

describe('A cell from the text of a paper', () => {
  it.each([
    ['audience', 'This course is designed for graduate students of astronomy.', 'Students like the dome.'],
    ['duration', 'The course takes 14 weeks.', 'The dome is 14 metres wide.'],
    ['funding', 'This work was supported by the Swiss National Science Foundation.', 'The dome is supported by walls.'],
    ['data', 'We train on the OntoNotes corpus of news texts.', 'The data loss of the disk was bad.'],
    ['limitations', 'Our telescope cannot see the southern sky.', 'The sky was clear.'],
    ['future work', 'In the future we plan to add a second dome.', 'The dome is round.'],
    ['prerequisites', 'Students should have basic knowledge of optics.', 'The knowledge of the sky is old.'],
  ])('on %s quotes what tells of it, and nothing else', async (aspect, telling, other) => {
    const cell = await cellOf(aspect, [other, telling]);
    expect(cell.text).toBe(telling);
    expect(cell.claims.map(({ parts }) => parts[0]?.quotes[0]?.quote)).toEqual([telling]);
    expect(await cellOf(aspect, [other])).toEqual({ text: '', verdict: 'not-in-corpus', claims: [] });
  });

  it('takes what the paper says of itself before what it says of others', async () => {
    const others = 'Other telescopes employ mirrors and many methods.';
    const cell = await cellOf('method', [others, 'We employ lenses that were ground by hand.']);
    expect(cell.text).toBe('We employ lenses that were ground by hand.');
  });

  it('says so where it is only said in passing', async () => {
    const cell = await cellOf('audience', ['Our screens show the sky, which helps visitors and students.']);
    expect(cell.verdict).toBe('partly-supported');
  });

  it('brings the first items of a list along that a sentence announces', async () => {
    const cell = await cellOf('funding', [
      'We are funded by the following foundations:',
      'the Lund Foundation;',
      'and Ghana.',
    ]);
    expect(cell.claims).toHaveLength(3);
    expect(cell.text).toBe('We are funded by the following foundations: the Lund Foundation; and Ghana.');
  });

  it('never quotes hidden text', async () => {
    const hidden = {
      id: 's1/p1/t1',
      text: 'This course is designed for students.',
      boxes: [],
      citations: [],
      flags: ['hidden' as const],
    };
    const paragraphs = [{ id: 's1/p1', kind: 'text' as const, sentences: [hidden] }];
    const sections = [{ id: 's1', heading: 'Audience', depth: 1, role: 'other' as const, paragraphs, sections: [] }];
    expect((await cellOf('audience', [], { sections })).text).toBe('');
  });
});

describe('A cell of programming languages', () => {
  const languages = knownAspect('programming language');
  it('lists those that the paper is made with, each with its keyword or sentence', async () => {
    const texts = [
      'Argus is written in Julia.',
      'Its maps are drawn by R packages.',
      'We saw a game of Go, and C was missing.',
    ];
    const { paper, view } = await paperOf(texts, { keywords: ['python'] });
    const cell = languages && namesCell(languages, paper, view);
    expect(cell?.text).toBe('Julia, Python, R');
    const quotes = cell?.claims.flatMap(({ parts }) => parts.flatMap((part) => part.quotes.map(({ quote }) => quote)));
    expect(quotes).toEqual([texts[0], 'python', texts[1]]);
  });

  it('is empty where a language is only named', async () => {
    const { paper, view } = await paperOf(['Julia Smith saw Java in spring.']);
    expect(languages && namesCell(languages, paper, view).text).toBe('');
  });
});

describe('The name of a licence', () => {
  it.each([
    ['https://creativecommons.org/licenses/by-nc/4.0/', 'CC BY-NC 4.0'],
    ['http://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
    ['https://opensource.org/licenses/MIT', 'MIT'],
    ['https://spdx.org/licenses/BSD-3-Clause.html', 'BSD-3-Clause'],
    ['https://example.org/terms', 'https://example.org/terms'],
  ])('of %s is %s', (address, name) => {
    expect(licenceName(address)).toBe(name);
  });
});

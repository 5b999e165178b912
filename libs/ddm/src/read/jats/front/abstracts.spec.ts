import { describe, expect, it } from '@jest/globals';
import { readArticle } from '../../../testing/read-article.ts';

/** Run-in heading and text of each paragraph of the abstract. */
const abstract = (meta: string): (string | undefined)[][] =>
  readArticle({ meta }).abstract.map(({ heading, sentences }) => [
    heading,
    sentences.map(({ text }) => text).join(' '),
  ]);

describe('The abstract', () => {
  it.each<[string, string, (string | undefined)[][]]>([
    [
      'plain',
      '<abstract><p>One. Two.</p><p>Three.</p></abstract>',
      [
        [undefined, 'One. Two.'],
        [undefined, 'Three.'],
      ],
    ],
    ['without paragraphs', '<abstract>Loose text.</abstract>', [[undefined, 'Loose text.']]],
    [
      'structured',
      '<abstract><sec><title>Background</title><p>A.</p></sec><sec><title>Results</title><p>B.</p><p>C.</p></sec></abstract>',
      [
        ['Background', 'A.'],
        ['Results', 'B.'],
        [undefined, 'C.'],
      ],
    ],
    [
      'with sections in sections',
      '<abstract><sec><title>Methods</title><sec><title>Data</title><p>A.</p></sec></sec></abstract>',
      [['Methods: Data', 'A.']],
    ],
    ['under a heading that says nothing', '<abstract><title>ABSTRACT</title><p>A.</p></abstract>', [[undefined, 'A.']]],
    [
      'followed by one for lay readers',
      '<abstract><p>A.</p></abstract><abstract abstract-type="author-summary"><p>B.</p></abstract>',
      [
        [undefined, 'A.'],
        ['Author summary', 'B.'],
      ],
    ],
    [
      'followed by one with a title',
      '<abstract><p>A.</p></abstract><abstract abstract-type="summary"><title>Editors’ Summary</title><p>B.</p></abstract>',
      [
        [undefined, 'A.'],
        ['Editors’ Summary', 'B.'],
      ],
    ],
    [
      'with a section that holds nothing',
      '<abstract><sec><title>Background</title></sec><p>A.</p></abstract>',
      [
        [undefined, 'Background'],
        [undefined, 'A.'],
      ],
    ],
    [
      'with a list',
      '<abstract><list list-type="bullet"><list-item><p>A.</p></list-item></list></abstract>',
      [[undefined, 'A.']],
    ],
    ['missing', '', []],
  ])('%s', (_, meta, expected) => expect(abstract(meta)).toEqual(expected));

  it.each([
    ['a picture', '<abstract abstract-type="graphical"><p>Tree!</p></abstract>', 'graphical and short abstracts (5)'],
    ['a teaser', '<abstract abstract-type="teaser"><p>Tree!</p></abstract>', 'graphical and short abstracts (5)'],
    [
      'a table of contents',
      '<abstract abstract-type="toc"><p>Tree!</p></abstract>',
      'graphical and short abstracts (5)',
    ],
    ['another language', '<trans-abstract xml:lang="de"><p>Bäume.</p></trans-abstract>', 'translated abstracts (6)'],
  ])('for %s is left out, and a finding says so', (_, meta, what) => {
    const document = readArticle({ meta: `<abstract><p>A.</p></abstract>${meta}` });
    expect(document.abstract).toHaveLength(1);
    expect(document.findings).toEqual([expect.objectContaining({ message: expect.stringContaining(what) })]);
  });

  it('is the short one where there is no other', () => {
    const toc = '<abstract abstract-type="toc"><p>Tree!</p></abstract>';
    expect(abstract(toc)).toEqual([[undefined, 'Tree!']]);
    expect(abstract(`<abstract abstract-type="graphical"><p>Picture.</p></abstract>${toc}`)).toEqual([
      [undefined, 'Tree!'],
    ]);
    expect(abstract('<abstract abstract-type="graphical"><p>Picture.</p></abstract>')).toEqual([]);
  });

  it('keeps units that stand in it', () => {
    const document = readArticle({ meta: '<abstract><p>A.</p><fig><label>Fig. 1</label></fig></abstract>' });
    expect(document.figures).toMatchObject([{ label: 'Fig. 1' }]);
  });
});

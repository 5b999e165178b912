import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { buildDocument } from '../../document/build-document.ts';
import { cutSentences } from '../../enrich/sentences/cut-sentences.ts';
import { bodyTexts } from '../../testing/read-article.ts';
import { checkDocument } from '../../validate/check-document.ts';
import { readTei } from './read-tei.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'test', 'fixtures', 'tei');

const read = (bytes: Uint8Array): Document => buildDocument(readTei(bytes), { digest: '0'.repeat(64), cutSentences });

const grobid = read(readFileSync(join(folder, 'grobid.tei.xml')));
const essay = read(readFileSync(join(folder, 'p5-article.tei.xml')));
const body = (content: string): Document =>
  read(Buffer.from(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${content}</body></text></TEI>`));

describe('readTei, of GROBID', () => {
  it('gives a sound document', () => expect(checkDocument(grobid)).toEqual([]));

  it('reads the header', () => {
    expect(grobid).toMatchObject({
      title: 'Trees of the North',
      venue: 'Journal of Trees',
      date: { year: 2021, month: 3, day: 4 },
      language: 'en',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      identifiers: { doi: '10.1000/trees.1', arxiv: '2103.00001v1' },
      keywords: ['trees', 'north'],
    });
    expect(grobid.contributors).toEqual([
      {
        name: 'Ada B Berg',
        given: 'Ada B',
        family: 'Berg',
        orcid: '0000-0002-1825-0097',
        email: 'ada@example.org',
        affiliations: ['Institute of Trees, Oslo, Norway'],
        role: 'author',
      },
      {
        name: 'Grace Hopper',
        given: 'Grace',
        family: 'Hopper',
        affiliations: ['University of Leaves, Rome'],
        role: 'author',
      },
    ]);
  });

  it('tells of affiliations that belong to nobody', () =>
    expect(grobid.findings).toEqual([
      expect.objectContaining({ code: 'ddm/loose-affiliation', amount: 1, message: expect.stringContaining('Nobody') }),
    ]));

  it('places sentences, floats, formulas and references on their pages, as fractions', () => {
    const [first, second] = grobid.abstract[0]?.sentences ?? [];
    expect(first?.boxes).toEqual([{ page: 1, x0: 0.16667, y0: 0.15, x1: 0.5, y1: 0.1625 }]);
    expect(second?.boxes).toHaveLength(2);
    expect(grobid.sections[0]?.paragraphs.map(({ sentences }) => sentences.map(({ boxes }) => boxes.length))).toEqual([
      [1, 1],
      [0],
    ]);
    const box = (unit: { boxes: unknown[] } | undefined) => unit?.boxes[0];
    expect(box(grobid.figures[0])).toEqual({ page: 2, x0: 0.16667, y0: 0.125, x1: 0.66667, y1: 0.375 });
    expect(box(grobid.tables[0])).toEqual({ page: 2, x0: 0.16667, y0: 0.5, x1: 0.66667, y1: 0.625 });
    expect(box(grobid.formulas[0])).toEqual({ page: 1, x0: 0.25, y0: 0.325, x1: 0.41667, y1: 0.34 });
    expect(grobid.references.map(({ boxes }) => boxes.length)).toEqual([2, 0]);
  });

  it('ties citations to references, and keeps those that lead nowhere', () => {
    const marks = grobid.sections[0]?.paragraphs[0]?.sentences[0]?.citations;
    expect(marks?.map(({ marker, references }) => [marker, references])).toEqual([
      ['(Roe, 2020;', ['ref1']],
      ['Doe et al., 2019)', ['ref2']],
      ['(Nobody, 1900)', []],
    ]);
  });

  it('reads sections with their numbers and kinds', () =>
    expect(grobid.sections.map(({ number, heading, role }) => [number, heading, role])).toEqual([
      ['1', 'Introduction', 'other'],
      ['2.1', 'Methods', 'other'],
      [undefined, 'Acknowledgements', 'acknowledgement'],
      [undefined, 'A Appendix', 'appendix'],
    ]));

  it('puts figures and tables where they are mentioned, without repeating their labels', () => {
    expect(grobid.figures).toMatchObject([
      { label: 'Fig. 1', section: 's1', caption: [{ text: 'A tree, drawn in 2020.' }] },
    ]);
    expect(grobid.tables).toMatchObject([
      {
        label: 'Table 1',
        section: 's2',
        caption: [{ text: 'Heights.' }],
        notes: [{ sentences: [{ text: 'Measured twice.' }] }],
        rows: [{ cells: [{ text: 'Tree' }, { text: 'Height', columnSpan: 2 }] }, {}],
      },
    ]);
    expect(grobid.formulas).toMatchObject([{ label: '1', text: 'E = mc 2' }]);
    expect(grobid.footnotes).toMatchObject([
      { label: '1', paragraphs: [{ sentences: [{ text: 'See the appendix.' }] }] },
    ]);
  });

  it('reads the fields of references, and keeps the text that was printed', () =>
    expect(grobid.references).toMatchObject([
      {
        raw: 'J. Roe. 2020. A tree grows. J Trees 12(3):45-67.',
        authors: ['Roe, J'],
        title: 'A tree grows',
        container: 'J Trees',
        year: 2020,
        volume: '12',
        issue: '3',
        pages: '45-67',
        doi: '10.1000/abc',
      },
      {
        raw: 'Doe K (2019). The Book of Leaves. Rome: Leaf. https://example.org/leaves.',
        title: 'The Book of Leaves',
        url: 'https://example.org/leaves',
      },
    ]));

  it('has no boxes without page sizes, and says so', () => {
    const document = body('<p coords="1,10,10,10,10">Words.</p>');
    expect(document.sections[0]?.paragraphs[0]?.sentences[0]?.boxes).toEqual([]);
    expect(document.findings).toContainEqual(expect.objectContaining({ code: 'ddm/no-page-size', amount: 1 }));
  });
});

describe('readTei, of TEI P5', () => {
  it('gives a sound document', () => expect(checkDocument(essay)).toEqual([]));

  it('reads the header', () => {
    expect(essay).toMatchObject({
      title: 'Reading Leaves: An Essay',
      date: { year: 2019 },
      keywords: ['leaf', 'reading'],
    });
    expect(essay.contributors.map(({ name, role }) => [name, role])).toEqual([
      ['Ann Author', 'author'],
      ['Ed Itor', 'editor'],
    ]);
  });

  it('reads blocks of every kind', () =>
    expect(bodyTexts(essay)).toEqual([
      'For the trees.',
      'A leaf is green, as Roe (2020) says; see the page and the rest. A new line, x^2.',
      'Leaves fall.',
      'Leaves of grass, leaves of trees.',
      'Kinds',
      'oak',
      'elm',
      'holds the leaf',
      'print("leaf")',
      'Deeper words with an unknown element .',
    ]));

  it('reads figures, tables, formulas, notes and entries that keep their punctuation', () => {
    expect(essay.figures).toMatchObject([
      { label: 'Figure 1', caption: [{ text: 'A leaf on a stem' }, { text: 'Drawn by hand.' }] },
    ]);
    expect(essay.tables).toMatchObject([
      { label: 'Table 1', rows: [{ header: true }, { cells: [{ rowSpan: 2 }, {}] }, {}] },
    ]);
    expect(essay.formulas).toMatchObject([{ text: 'a/b', tex: String.raw`\frac{a}{b}` }]);
    expect(essay.footnotes).toMatchObject([{ label: '1', paragraphs: [{ sentences: [{ text: 'Mostly.' }] }] }]);
    expect(essay.references).toMatchObject([
      {
        label: '1',
        raw: 'Roe, Jane. A tree grows. J Trees 12 (2020): 45-67.',
        title: 'A tree grows',
        volume: '12',
        year: 2020,
      },
    ]);
  });

  it('tells of elements that it does not know, and keeps their text', () =>
    expect(essay.findings).toEqual([expect.objectContaining({ code: 'ddm/unknown-element', amount: 1 })]));
});

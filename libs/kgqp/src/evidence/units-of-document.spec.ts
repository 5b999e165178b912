import { expect, it } from '@jest/globals';
import { telescopePaper } from '../testing/test-papers.ts';
import { unitsOfDocument } from './units-of-document.ts';

const units = unitsOfDocument(telescopePaper);
const at = (id: string) => units.filter((unit) => unit.id === id);

it('gives sentences their section, role and paragraph', () => {
  expect(at('s1/p1/t2')).toEqual([
    expect.objectContaining({
      kind: 'sentence',
      text: 'This kept the cost of a lens below 40 euros.',
      section: 'Methods',
      role: 'method',
      block: 's1/p1',
      flagged: false,
    }),
  ]);
});

it('gives list items, captions and table rows their own kinds', () => {
  expect(at('s1/p2/t1')[0]?.kind).toBe('item');
  expect(at('fig1/t1')[0]).toMatchObject({ kind: 'caption', section: 'Methods', block: 'fig1' });
  expect(at('tab1/r2')[0]).toMatchObject({ kind: 'table-row', text: 'May | 7', section: 'Results' });
});

it('gives each field of the metadata the address at which the graph keeps it', () => {
  const fields = units.filter(({ kind }) => kind === 'metadata').map(({ id, text }) => [id, text]);
  expect(fields).toEqual([
    ['', telescopePaper.title],
    ['', '10.1000/argus'],
    ['', '2021'],
    ['', '2021-03'],
    ['venue', 'Journal of Instruments'],
    ['kw1', 'telescopes'],
    ['kw2', 'surveys'],
    ['person1', 'Ada Lind'],
    ['person2', 'Ben Osei'],
    ['org1', 'Lund University'],
    ['org2', 'University of Ghana'],
    ['s1', 'Methods'],
    ['s2', 'Results'],
    ['ref1', 'Oak, B. On domes. 2001.'],
  ]);
});

it('marks hidden text', () => {
  expect(at('s1/p3/t1')[0]?.flagged).toBe(true);
});

it('gives headings and metadata the boxes where they are printed', () => {
  const box = { page: 1, x0: 0.1, y0: 0.1, x1: 0.5, y1: 0.12 };
  const heading = { ...box, y0: 0.4, y1: 0.42 };
  const [first, ...others] = telescopePaper.sections;
  if (!first) throw new Error('the paper has sections');
  const printed = unitsOfDocument({
    ...telescopePaper,
    places: [{ text: 'Ada Lind', boxes: [box] }],
    sections: [{ ...first, boxes: [heading] }, ...others],
  });
  const boxesOf = (id: string) => printed.find((unit) => unit.id === id && unit.kind === 'metadata')?.boxes;
  expect([boxesOf('person1'), boxesOf('person2'), boxesOf('s1')]).toEqual([[box], [], [heading]]);
});

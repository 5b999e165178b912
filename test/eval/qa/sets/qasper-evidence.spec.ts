import { expect, it } from '@jest/globals';
import type { SetPaper } from '../qa-set.ts';
import { paperOfParts } from '../paper-of-parts.ts';
import { evidenceF1 } from './qasper-evidence.ts';

const encoder = 'The encoder reads the words of the passage one by one and hands its last state on to the decoder.';
const decoder = 'The decoder writes the answer from left to right and stops where it finds the mark of the end.';
const training = 'Both of them are trained for twenty epochs on the pairs that were collected for this purpose.';

const paperOf = (...paragraphs: string[]): SetPaper =>
  paperOfParts('qasper', '1', 'Passages', [{ heading: 'Model', paragraphs }]);

const withFigure = (paper: SetPaper, text: string): Pick<SetPaper, 'document'> => ({
  document: {
    ...paper.document,
    figures: [{ id: 'fig1', caption: [{ id: 'fig1/t1', text, boxes: [], citations: [] }], boxes: [] }],
  },
});

it('counts paragraphs, however many sentences are quoted of one', () => {
  const paper = paperOf(`${encoder} ${decoder}`, training);
  expect(evidenceF1([encoder, decoder], [`${encoder} ${decoder}`], paper)).toBe(1);
  expect(evidenceF1([encoder, training], [`${encoder} ${decoder}`], paper)).toBeCloseTo(2 / 3);
  expect(evidenceF1(['Nothing of this stands in the paper.'], [encoder], paper)).toBe(0);
});

it('finds each of two paragraphs that the paper here has as one', () => {
  const paper = paperOf(`${encoder} ${decoder}`, training);
  expect(evidenceF1([decoder], [encoder, decoder], paper)).toBeCloseTo(2 / 3);
  expect(evidenceF1([encoder, decoder], [encoder, decoder], paper)).toBe(1);
});

it('finds a paragraph that the paper here has in two pieces by either', () => {
  const paper = paperOf(encoder, decoder, training);
  expect(evidenceF1([encoder], [`${encoder} ${decoder}`], paper)).toBe(1);
  expect(evidenceF1([encoder, decoder], [`${encoder} ${decoder}`], paper)).toBe(1);
});

it('counts figures neither way', () => {
  const caption = 'An encoder and a decoder.';
  const paper = withFigure(paperOf(encoder, decoder), caption);
  const figure = 'FLOAT SELECTED: Figure 1: The encoder and the decoder and what one hands on to the other.';
  expect(evidenceF1([encoder, caption], [encoder, figure], paper)).toBe(1);
  expect(evidenceF1([caption], [encoder], paper)).toBe(0);
});

it('scores no question of whose evidence the paper has nothing', () => {
  expect(evidenceF1([encoder], [training], paperOf(encoder, decoder))).toBeUndefined();
  expect(evidenceF1([encoder], [], paperOf(encoder))).toBeUndefined();
});

import { expect, it } from '@jest/globals';
import { comparedText, isPieceOf } from './same-text.ts';

const isPiece = (a: string, b: string): boolean => isPieceOf(comparedText(a), comparedText(b));

it('a text is a piece of one that holds it, however it is set', () => {
  expect(isPiece('The model has five lay-\ners.', 'First. The model has five layers. Then more.')).toBe(true);
});

it('marks in place of numbers and formulas do not part two texts', () => {
  const inSet =
    'As shown in Figure FIGREF7 , KAR is an end-to-end model consisting of five layers with INLINEFORM0 units:';
  const inPaper = 'As shown in Figure 1, KAR is an end-to-end model consisting of five layers with d units:';
  expect(isPiece(inSet, inPaper)).toBe(true);
});

it('texts that share words and a phrase are two', () => {
  const one = 'We compare our model with the best models on the test set of each of the tasks.';
  const other = 'The best models on the test set are larger, and were trained for longer on more text than ours.';
  expect(isPiece(one, other)).toBe(false);
});

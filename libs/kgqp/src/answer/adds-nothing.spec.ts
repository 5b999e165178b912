import { expect, it } from '@jest/globals';
import { addsNothing } from './adds-nothing.ts';

it('a claim of the words of its question answers nothing', () => {
  expect(
    addsNothing('The authors experimented with several datasets.', 'Which datasets did they experiment with?'),
  ).toBe(true);
  expect(addsNothing('They experimented with SQuAD.', 'Which datasets did they experiment with?')).toBe(false);
  expect(addsNothing('They experimented with 3 datasets.', 'Which datasets did they experiment with?')).toBe(false);
});

it('but a yes may be said in them', () => {
  expect(addsNothing('Yes, the model was tested on other datasets.', 'Was the model tested on other datasets?')).toBe(
    false,
  );
});

import { expect, it } from '@jest/globals';
import { scoreAlignedWords } from './aligned-words.ts';

it('finds the words of a text that leaves citations out, in order', () => {
  const predicted =
    'We build on earlier work (Doe, 2001) on reading. It was slow (Roe, 2002) and often wrong in the end.';
  const expected = ['We build on earlier work on reading.', 'It was slow and often wrong in the end.'];
  const score = scoreAlignedWords(predicted, expected);
  expect(score.sentences).toEqual({ matched: 2, predicted: 2, expected: 2 });
  expect(score.words).toEqual({ matched: 16, predicted: 20, expected: 16 });
});

it('loses a sentence that stands elsewhere', () => {
  const [one, two] = [
    'The quick brown fox jumps over everything lazy.',
    'A slow green turtle walks below something busy.',
  ];
  expect(scoreAlignedWords(`${two} ${one}`, [one, two]).sentences.matched).toBe(1);
});

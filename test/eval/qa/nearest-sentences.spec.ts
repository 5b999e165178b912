import { expect, it } from '@jest/globals';
import { withWords } from './nearest-sentences.ts';

it('texts are taken as near to a number of words as they come', () => {
  const texts = ['one two three', 'four five', 'six seven eight nine', 'ten'];
  expect(withWords(texts, 5)).toEqual(texts.slice(0, 2));
  // 5 words are as near to 7 as 9 are.
  expect(withWords(texts, 7)).toEqual(texts.slice(0, 3));
  expect(withWords(texts, 6)).toEqual(texts.slice(0, 2));
  expect(withWords(texts, 100)).toEqual(texts);
});

it('one text is taken however long it is', () => {
  expect(withWords(['one two three'], 0)).toEqual(['one two three']);
  expect(withWords([], 5)).toEqual([]);
});

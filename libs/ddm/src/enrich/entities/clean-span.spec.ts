import { describe, expect, it } from '@jest/globals';
import { cleanSpan } from './clean-span.ts';
import { wordsOf } from './model/words.ts';

function clean(text: string): string[] {
  const words = wordsOf(text);
  return cleanSpan(words, { from: 0, to: words.length }).map(({ from, to }) =>
    text.slice(words[from]?.start, words[to - 1]?.end),
  );
}

describe('Cleaning a span', () => {
  it.each([
    ['the gradient descent', 'gradient descent'],
    ['our proposed attention mechanism', 'attention mechanism'],
    ['of the language models ,', 'language models'],
    ['word embeddings)', 'word embeddings'],
    ['C++', 'C++'],
    ['t-test', 't-test'],
  ])('of "%s" leaves "%s"', (text, name) => {
    expect(clean(text)).toEqual([name]);
  });

  it('makes an abbreviation in brackets a name of its own', () => {
    expect(clean('digital signal processor (DSP)')).toEqual(['digital signal processor', 'DSP']);
  });

  it.each(['the method', 'our results', '12', 'x', '( )', 'these', 'a new approach'])(
    'leaves nothing of "%s"',
    (text) => {
      expect(clean(text)).toEqual([]);
    },
  );

  it('takes no clause for a name', () => {
    expect(clean('one two three four five six seven eight nine ten words of a long sentence about models')).toEqual([]);
  });
});

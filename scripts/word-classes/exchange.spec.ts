import { describe, expect, it } from '@jest/globals';
import { countBigrams } from './bigrams.ts';
import { exchangeClasses } from './exchange.ts';

describe('Word classes', () => {
  const nouns = ['cat', 'dog', 'bird', 'fish'];
  const verbs = ['sees', 'hears', 'likes', 'meets'];
  const texts = nouns.flatMap((one) => verbs.flatMap((verb) => nouns.map((two) => ['the', one, verb, 'the', two])));

  it('put words together that stand in like places', () => {
    const bigrams = countBigrams(texts, 2);
    const classes = exchangeClasses(bigrams, 4, 10);
    const classOf = (word: string): number => classes[bigrams.words.indexOf(word)] ?? -1;
    expect(new Set(nouns.map(classOf)).size).toBe(1);
    expect(new Set(verbs.map(classOf)).size).toBe(1);
    expect(classOf('cat')).not.toBe(classOf('sees'));
    expect(classes[0]).toBe(0);
  });

  it('know nothing of words that are too rare', () => {
    expect(countBigrams([['a', 'b', 'a']], 2).words).toEqual(['', 'a']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { tokenWeights } from './token-weights.ts';

const vocab = { '[CLS]': 0, '[SEP]': 1, '.': 2, a: 3, '7': 4, the: 5, of: 6, cell: 7, '##ular': 8 };
const added = [{ id: 0 }, { id: 1 }];
const bert = { model: { type: 'WordPiece', vocab }, added_tokens: added };

describe('the weights of tokens', () => {
  const weigh = tokenWeights(bert);

  test('grow with the square of the logarithm of a word’s place after "the"', () => {
    const [the = 0, cell = 0, piece = 0] = weigh?.([5, 7, 8]) ?? [];
    expect(cell / the).toBeCloseTo((Math.log(4) / Math.log(2)) ** 2, 5);
    expect(piece / the).toBeCloseTo((Math.log(5) / Math.log(2)) ** 2, 5);
  });

  test('are nothing for marks and for the tokens around a text, and 1 on the whole', () => {
    const weights = weigh?.([0, 5, 7, 2, 1]) ?? new Float32Array();
    expect([...weights].map((weight) => weight > 0)).toEqual([false, true, true, false, false]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(5, 5);
  });

  test('take a letter for a frequent word, and a digit for a rarer one', () => {
    const [letter = 0, digit = 0] = weigh?.([3, 4]) ?? [];
    expect(digit / letter).toBeCloseTo((Math.log(148) / Math.log(7)) ** 2, 5);
  });

  test('are all 1 where nothing says anything', () => {
    expect([...(weigh?.([0, 2, 1]) ?? [])]).toEqual([1, 1, 1]);
  });

  test.each<[string, object]>([
    ['another kind', { model: { type: 'Unigram', vocab: [['the', -1]] } }],
    ['another language', { model: { type: 'WordPiece', vocab: { der: 5 } } }],
    ['nothing', {}],
  ])('are not known for a vocabulary of %s', (_, json) => {
    expect(tokenWeights(json)).toBeUndefined();
  });
});

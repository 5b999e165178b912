import { describe, expect, test } from '@jest/globals';
import { maxTokens, tinyExpected, tinyTokenizer } from '../testing/tiny-models.ts';
import { TextTokenizer } from './text-tokenizer.ts';

const tokenizer = new TextTokenizer(tinyTokenizer, maxTokens);
const [first, last] = [2, 3];

describe('TextTokenizer', () => {
  test('cuts texts as the reference tokenizer does', () => {
    for (const { text, ids } of tinyExpected.embeddings) {
      expect(tokenizer.text(text)).toEqual({ ids, segments: ids.map(() => 0) });
    }
  });

  test('cuts pairs as the reference tokenizer does', () => {
    for (const { query, passage, ids, segments } of tinyExpected.pairs) {
      expect(tokenizer.pair(query, passage)).toEqual({ ids, segments });
    }
  });

  test('reads the model’s own markers in a text as what they are written with', () => {
    for (const marker of ['[CLS]', '[SEP]', '[PAD]', '[MASK]']) {
      const { ids } = tokenizer.text(`a ${marker} dog`);
      expect(ids).toEqual(tokenizer.text(`a [ ${marker.slice(1, -1)} ] dog`).ids);
    }
    const { ids, segments } = tokenizer.pair('what is a graph?', 'a dog [SEP] [SEP] a graph');
    expect(ids.filter((id) => id === last)).toHaveLength(2);
    expect(segments.indexOf(1)).toBe(ids.indexOf(last) + 1);
  });

  test('cuts a long passage, and leaves the question whole', () => {
    const short = tokenizer.pair('what is a graph?', '').ids;
    const { ids, segments } = tokenizer.pair('what is a graph?', 'a dog '.repeat(100));
    expect(ids).toHaveLength(maxTokens);
    expect(segments).toHaveLength(maxTokens);
    expect(ids.slice(0, short.length - 1)).toEqual(short.slice(0, -1));
    expect(ids.at(-1)).toBe(last);
  });

  test('leaves a passage half of the room when the question is long too', () => {
    const { ids, segments } = tokenizer.pair('a cat '.repeat(100), 'a dog '.repeat(100));
    expect(ids).toHaveLength(maxTokens);
    expect(segments.filter((segment) => segment === 1).length).toBeGreaterThanOrEqual(maxTokens / 2 - 1);
  });

  test('gives a long question what a short passage leaves', () => {
    const { ids } = tokenizer.pair('a cat '.repeat(100), 'dog');
    expect(ids).toHaveLength(maxTokens);
    expect(ids.slice(-3)).toEqual([last, tokenizer.text('dog').ids[1], last]);
  });

  test('reads no more of a text than can pass the cut', () => {
    const { ids } = tokenizer.text(' '.repeat(maxTokens * 100) + 'cat');
    expect(ids).toEqual([first, last]);
  });

  test('refuses a tokenizer that frames no text', () => {
    const unframed = { ...tinyTokenizer, post_processor: null };
    expect(() => new TextTokenizer(unframed, maxTokens)).toThrow('before and one after');
  });
});

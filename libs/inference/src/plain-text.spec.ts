import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { JsonPromptTokenizer } from './onnx/json-prompt-tokenizer.ts';
import { plainText } from './plain-text.ts';
import { qwen3Tokenizer } from './testing/tiny-qwen3.ts';

describe('plainText', () => {
  test.each([
    ['<|im_end|>', '< |im_end|>'],
    ['a<|unheard_of|>b', 'a< |unheard_of|>b'],
    ['<|im_<|im_end|>end|>', '<|im_< |im_end|>end|>'],
    ['x <| y |> z', 'x <| y |> z'],
    ['<think>', '<think>'],
    ['', ''],
  ])('makes of %j %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test('knows further tokens when told', () => {
    expect(plainText('<think>a</think>', ['<think>', '</think>'])).toBe('< think>a< /think>');
  });

  test('leaves no special token whatever markers are put together, and is the same again', () => {
    const tokenizer = new JsonPromptTokenizer(qwen3Tokenizer());
    const specialIds = new Set(tokenizer.specials.map((special) => tokenizer.tokenId(special)));
    const piece = fc.oneof(
      fc.constantFrom(...tokenizer.specials, '<|', '|>', '<', '|', '>', '< |', '\n', 'im_end'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const plain = plainText(pieces.join(''), tokenizer.specials);
        expect(tokenizer.encode(plain).filter((id) => specialIds.has(id))).toEqual([]);
        expect(plainText(plain, tokenizer.specials)).toBe(plain);
      }),
    );
  });
});

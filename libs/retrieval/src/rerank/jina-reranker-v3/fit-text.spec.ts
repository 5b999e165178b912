import { JsonPromptTokenizer } from '@askg/inference';
import { describe, expect, it } from '@jest/globals';
import { listwiseTokenizer } from '../../testing/tiny-listwise.ts';
import { fitByEstimate, fitByTokens } from './fit-text.ts';

const tokenizer = new JsonPromptTokenizer(listwiseTokenizer);
const fit = fitByTokens(tokenizer);

describe('fitting a text', () => {
  it('leaves one that is short enough as it is', () => {
    const text = 'The capital of China is Beijing. Größe, 中文 and 😀';
    const tokens = tokenizer.encode(text).length;
    expect(fit(text, tokens)).toEqual({ text, tokens, cut: false });
  });

  it('keeps what the first tokens stand for', () => {
    const text = 'the query and the answer of the document';
    const ids = tokenizer.encode(text);
    const { text: kept, tokens, cut } = fit(text, 4);
    expect({ tokens, cut }).toEqual({ tokens: 4, cut: true });
    expect(text.startsWith(kept)).toBe(true);
    expect(tokenizer.encode(kept)).toEqual(ids.slice(0, 4));
  });

  it('cuts a long text where it cuts the same text with less behind', () => {
    const words = 'the query and the answer of the document '.repeat(40);
    const ids = tokenizer.encode(words);
    for (const tokens of [1, 7, 30]) {
      expect(fit(words.repeat(50), tokens)).toEqual({
        text: tokenizer.decode(ids.slice(0, tokens)),
        tokens,
        cut: true,
      });
    }
  });

  it('marks a character that it cuts through', () => {
    expect(fit('😀', 1)).toEqual({ text: '\u{FFFD}', tokens: 1, cut: true });
  });

  it('does not look at all of a text that is far too long', () => {
    const { text, tokens, cut } = fit('a '.repeat(5_000_000), 16);
    expect([text.length < 100, tokens, cut]).toEqual([true, 16, true]);
  });

  it('takes three bytes for a token where the tokens are not known', () => {
    expect(fitByEstimate('a text', 2)).toEqual({ text: 'a text', tokens: 2, cut: false });
    const { text, tokens, cut } = fitByEstimate('a longer text, 中文 and 😀'.repeat(100), 200);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(600);
    expect(Buffer.byteLength(text)).toBeGreaterThan(400);
    expect([tokens <= 200, cut, text.isWellFormed()]).toEqual([true, true, true]);
  });
});

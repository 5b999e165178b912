import { describe, expect, it } from '@jest/globals';
import { wholeText } from './whole-text.ts';

/** A character of three bytes, which lies in two chunks. */
async function* chunks(): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from('a€b');
  yield bytes.subarray(0, 2);
  yield bytes.subarray(2);
}

describe('the text of a result', () => {
  it('is the same whether it came whole or in chunks', async () => {
    expect(await wholeText('a€b')).toBe('a€b');
    expect(await wholeText(chunks())).toBe('a€b');
  });
});

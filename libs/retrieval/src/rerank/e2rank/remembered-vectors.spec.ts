import { describe, expect, it } from '@jest/globals';
import { plainPassage } from '../../testing/plain-passage.ts';
import { RememberedVectors, type RememberedVectorsOptions } from './remembered-vectors.ts';

const model = { name: 'm', digest: 'a'.repeat(64), dimensions: 2, maxTokens: 512 };
const passages = ['a', 'bb', 'ccc', 'bb'].map(plainPassage);

function remembered(changes: Partial<RememberedVectorsOptions> = {}) {
  const asked: string[][] = [];
  const vectors = new RememberedVectors(model, {
    textOf: (passage) => passage.text,
    encode: async (texts) => {
      asked.push(texts);
      return texts.map((text) => Float32Array.of(text.length, 1));
    },
    now: () => 0,
    ...changes,
  });
  return { vectors, asked };
}

describe('remembered vectors', () => {
  it('are made once a text, of unit length, each in its place', async () => {
    const { vectors, asked } = remembered({ batch: 2 });
    const given = await vectors.vectors(passages);
    expect(asked).toEqual([['a', 'bb'], ['ccc']]);
    expect(given.missing).toBeUndefined();
    expect(given.vectors.map((vector) => (vector?.[0] ?? 0) / (vector?.[1] ?? 1))).toEqual(
      [1, 2, 3, 2].map((length) => expect.closeTo(length, 5)),
    );
    for (const vector of given.vectors) expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 6);
    expect(await vectors.vectors(passages)).toEqual(given);
    expect(asked).toHaveLength(2);
  });

  it('are no more than allowed, and those asked for lately stay', async () => {
    const { vectors, asked } = remembered({ entries: 2 });
    const [a, b, c] = passages.map((passage) => [passage]) as [typeof passages, typeof passages, typeof passages];
    for (const some of [a, b, a, c]) await vectors.vectors(some);
    expect(vectors.size).toBe(2);
    await vectors.vectors(a);
    expect(asked.flat()).toEqual(['a', 'bb', 'ccc']);
    await vectors.vectors(b);
    expect(asked.flat()).toEqual(['a', 'bb', 'ccc', 'bb']);
  });

  it('may lie somewhere already', async () => {
    const kept = { get: (_: unknown, text: string) => (text === 'bb' ? Float32Array.of(0, 1) : undefined) };
    const { vectors, asked } = remembered({ kept });
    expect((await vectors.vectors(passages)).vectors[3]).toEqual(Float32Array.of(0, 1));
    expect(asked).toEqual([['a', 'ccc']]);
  });

  it.each([
    ['another length', Float32Array.of(1, 2, 3)],
    ['what is no number', Float32Array.of(1, NaN)],
  ])('are not taken from a model that gives %s', async (_, wrong) => {
    const { vectors } = remembered({ encode: async (texts) => texts.map(() => wrong) });
    const given = await vectors.vectors(passages);
    expect(given.vectors).toEqual(passages.map(() => undefined));
    expect(given.missing).toMatch(/^m gave|^A vector of 3/);
    expect(vectors.size).toBe(0);
  });
});

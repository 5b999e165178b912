import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bertTokenizer } from '../../testing/bert-vocabulary.ts';
import { type Family, colbertEntry, colbertExpected, colbertTokenizer } from '../../testing/tiny-colbert.ts';
import { type MultiVectorRules, MultiVectorTokenizer } from './multi-vector-tokenizer.ts';

const families: Family[] = ['bert', 'rotary'];
const tiny = (family: Family, changes: Partial<MultiVectorRules> = {}): MultiVectorTokenizer =>
  new MultiVectorTokenizer(colbertTokenizer(family), { ...colbertEntry(family), ...changes });
const times = (count: number, id: number): number[] => Array.from({ length: count }, () => id);

describe.each(families)('the tokens of the tiny %s', (family) => {
  const tokenizer = tiny(family);
  const { queries, passages, skipped, wholeTokenSkipped } = colbertExpected[family];
  const rules = colbertEntry(family);
  const anyText = fc.oneof(
    fc.string({ maxLength: 400 }),
    fc
      .array(fc.constantFrom('[SEP] ', '<mask>', '</s>', '[QueryMarker]', '[unused1]', '＜mask＞', 'a dog ', '. '))
      .map((parts) => parts.join('')),
  );

  test('are those of the reference', () => {
    for (const { text, ids, attention } of queries) expect(tokenizer.query(text)).toMatchObject({ ids, attention });
    for (const { text, ids, attention } of passages) expect(tokenizer.passage(text)).toMatchObject({ ids, attention });
    expect([...tokenizer.ids.skipped].toSorted((a, b) => a - b)).toEqual(skipped);
  });

  test('leave out other signs by the rule of whole tokens, and none by the rule of none', () => {
    const passage = (skip: 'whole-token' | 'none') => tiny(family, { passage: { ...rules.passage, skip } });
    expect([...passage('whole-token').ids.skipped].toSorted((a, b) => a - b)).toEqual(wholeTokenSkipped);
    expect(passage('none').passage('a cat , a dog .').kept).not.toContain(false);
    expect(tokenizer.passage('a cat , a dog .').kept).toContain(false);
  });

  test('are 32 in every query, the marker second, filled up after the last one of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ids, attention, kept } = tokenizer.query(text);
        expect([ids.length, attention.length, ids[1]]).toEqual([32, 32, tokenizer.ids.query]);
        expect(kept).not.toContain(false);
        const last = ids.findLastIndex((id) => id !== tokenizer.ids.fill);
        expect(ids[last]).toBe(tokenizer.query('').ids[2]);
        expect(attention.slice(last + 1)).toEqual(times(31 - last, family === 'rotary' ? 1 : 0));
        expect(attention.slice(0, last + 1)).not.toContain(0);
      }),
    );
  });

  test('of a passage begin and end as the model wants it, however long it is', () => {
    const empty = tokenizer.passage('').ids;
    fc.assert(
      fc.property(anyText, (text) => {
        const { ids, attention, kept, truncated } = tokenizer.passage(text);
        expect(ids.length).toBeLessThanOrEqual(rules.maxTokens);
        expect([ids[0], ids[1], ids.at(-1)]).toEqual([empty[0], tokenizer.ids.passage, empty[2]]);
        expect([attention.includes(0), kept.length]).toEqual([false, ids.length]);
        expect([kept[0], kept[1], kept.at(-1)]).toEqual([true, true, true]);
        if (truncated) expect(ids).toHaveLength(rules.maxTokens);
      }),
    );
  });

  test('never are special ones for what is written in a text', () => {
    const special = [...tokenizer.query('').ids, ...tokenizer.passage('').ids];
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tokenizer.content(text).filter((id) => special.includes(id))).toEqual([]);
      }),
    );
    expect(tokenizer.content('a [MASK] <mask> ＜mask＞ dog').length).toBeGreaterThan(2);
  });

  test('are cut at the end of a text of 100,000 words', () => {
    const long = tokenizer.passage('dog '.repeat(100_000));
    expect([long.ids.length, long.truncated]).toEqual([rules.maxTokens, true]);
    expect(tokenizer.query('dog '.repeat(100_000))).toMatchObject({ truncated: true });
    expect(tokenizer.query('dog').truncated).toBe(false);
  });

  test('cannot be had without the markers', () => {
    expect(() => tiny(family, { query: { ...rules.query, marker: '[no such]' } })).toThrow('no token [no such]');
    expect(() =>
      tiny(family, { passage: { ...rules.passage, marker: family === 'bert' ? '[UNK]' : '<unk>' } }),
    ).toThrow('no token');
  });
});

describe('the tokens of ColBERTv2', () => {
  const tokenizer = new MultiVectorTokenizer(bertTokenizer(), {
    ...colbertEntry('bert'),
    query: { marker: '[unused0]', tokens: 32, fill: '[MASK]', attendFill: false },
    passage: { marker: '[unused1]', skip: 'first-piece' },
    maxTokens: 180,
  });

  test('have the published numbers', () => {
    expect(tokenizer.ids).toMatchObject({ query: 1, passage: 2, fill: 103 });
    expect([...tokenizer.ids.skipped].toSorted((a, b) => a - b)).toEqual([
      ...Array.from({ length: 15 }, (_, i) => 999 + i),
      ...Array.from({ length: 13 }, (_, i) => 1024 + i),
      ...Array.from({ length: 4 }, (_, i) => 1063 + i),
    ]);
  });

  // Both from the test of ColBERT's own tokenizer (MIT).
  test('are its own for a query', () => {
    const { ids, attention } = tokenizer.query('what color is amber urine');
    expect(ids).toEqual([101, 1, 2054, 3609, 2003, 8994, 17996, 102, ...times(24, 103)]);
    expect(attention).toEqual([...times(8, 1), ...times(24, 0)]);
  });

  test('are its own for a passage, of which marks and frame are kept', () => {
    const text =
      'The presence of communication amid scientific minds was equally important to the success of the Manhattan Project ' +
      'as scientific intellect was. The only cloud hanging over the impressive achievement of the atomic researchers and ' +
      'engineers is what their success truly meant; hundreds of thousands of innocent lives obliterated.';
    const { ids, kept } = tokenizer.passage(text);
    expect(ids).toEqual([
      101, 2, 1996, 3739, 1997, 4807, 13463, 4045, 9273, 2001, 8053, 2590, 2000, 1996, 3112, 1997, 1996, 7128, 2622,
      2004, 4045, 24823, 2001, 1012, 1996, 2069, 6112, 5689, 2058, 1996, 8052, 6344, 1997, 1996, 9593, 6950, 1998, 6145,
      2003, 2054, 2037, 3112, 5621, 3214, 1025, 5606, 1997, 5190, 1997, 7036, 3268, 27885, 22779, 9250, 1012, 102,
    ]);
    expect(ids.filter((_, i) => !kept[i])).toEqual([1012, 1025, 1012]);
  });

  test('do not take a marker that is written in a text', () => {
    const { ids } = tokenizer.passage('[unused0] [unused1] [SEP] [MASK] [CLS]');
    expect(ids.filter((id) => [1, 2, 101, 102, 103].includes(id))).toEqual([101, 2, 102]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readStance } from './read-stance.ts';
import { isTelling, withLeaning } from './told-sentence.ts';

const question = { kind: 'question', text: 'Does aspirin reduce the risk of stroke?' } as const;
const claim = { kind: 'claim', text: 'Aspirin reduces the risk of stroke' } as const;
const read = (asked: typeof question | typeof claim, ...texts: string[]) =>
  readStance(
    asked,
    texts.map((text) => ({ text })),
  )?.reading;

describe('reading a side', () => {
  it('hears a result and its denial', () => {
    expect(read(question, 'Aspirin significantly reduced the risk of stroke (p < 0.01).')).toBe('yes');
    expect(read(question, 'There was no significant difference in the risk of stroke.')).toBe('no');
    expect(read(claim, 'Aspirin lowers the risk of stroke.')).toBe('yes');
    expect(read(claim, 'Aspirin increases the risk of stroke.')).toBe('no');
  });

  it('takes no difference for a yes where that was asked', () => {
    const told = [{ text: 'There was no significant difference between both groups.' }];
    const same = readStance({ kind: 'question', text: 'Is the new method as effective as the old one?' }, told);
    const other = readStance({ kind: 'question', text: 'Is the new method more useful than the old one?' }, told);
    expect(other?.reading).toBe('no');
    expect(same?.reading).not.toBe('no');
  });

  it('says nothing without sentences, and a question or an aim is none that tells', () => {
    expect(readStance(question, [])).toBeUndefined();
    expect(isTelling('We examined whether aspirin reduces the risk of stroke.')).toBe(false);
    expect(isTelling('Does aspirin reduce the risk of stroke?')).toBe(false);
    expect(isTelling('Aspirin reduces the risk of stroke.')).toBe(true);
  });

  it('is surer where the meaning is nearer to what is asked than to its opposite', async () => {
    const texts = ['Aspirin changes the risk of stroke.'];
    const nearTo = async (word: string) =>
      readStance(claim, await withLeaning(claim, texts, (text) => Promise.resolve([text.includes(word) ? 0.9 : 0.8])));
    expect(await nearTo('reduces')).toMatchObject({ reading: 'yes', isSure: true });
    expect(await nearTo('increases')).toMatchObject({ reading: 'no' });
  });

  it('goes by words where meanings cannot be compared', async () => {
    const told = await withLeaning(claim, ['Aspirin lowers the risk.'], () => Promise.resolve(undefined));
    expect(told).toEqual([{ text: 'Aspirin lowers the risk.' }]);
  });
});

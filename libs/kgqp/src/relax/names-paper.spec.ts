import { describe, expect, it } from '@jest/globals';
import { namesPaper } from './names-paper.ts';

describe('a phrase', () => {
  it('names a paper by its title, its short title, or most of its words', () => {
    expect(namesPaper('Current ADC Linker Chemistry', 'Current ADC Linker Chemistry')).toBe(true);
    expect(namesPaper('TorchIO', 'TorchIO: A Python library for medical images')).toBe(true);
    expect(namesPaper('library for medical images', 'TorchIO: A Python library for medical images')).toBe(true);
  });

  it('does not name it by a word that the title has too', () => {
    expect(namesPaper('linkers', 'Current ADC Linker Chemistry')).toBe(false);
    expect(namesPaper('linkers', 'Linkers: an assurance for controlled delivery')).toBe(false);
    expect(
      namesPaper(
        'the blood brain barrier',
        'Crossing the blood brain barrier: advances in nanoparticles for drugs against tumors',
      ),
    ).toBe(false);
  });

  it('names nothing without words', () => {
    expect(namesPaper('', '')).toBe(false);
    expect(namesPaper('of the', 'On the')).toBe(false);
  });
});

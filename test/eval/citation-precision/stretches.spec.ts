import { describe, expect, it } from '@jest/globals';
import type { Claim } from '@askg/contract';
import { stretchesOf } from './stretches.ts';

const claim = (text: string, ...numbers: number[]): Pick<Claim, 'text' | 'citations'> => ({
  text,
  citations: numbers.map((n) => ({ n })) as Claim['citations'],
});

describe('the stretches of a claim', () => {
  it('end where its numbers stand', () => {
    const answer = 'Before it. [9] There are 2 papers: Domes [1] [2] and Vaults [3].';
    expect(stretchesOf(answer, claim('There are 2 papers: Domes and Vaults.', 1, 2, 3))).toEqual([
      { text: 'There are 2 papers: Domes', numbers: [1, 2] },
      { text: ' and Vaults', numbers: [3] },
      { text: '.', numbers: [] },
    ]);
  });

  it('leave numbers alone that the text itself has', () => {
    const answer = 'As shown before [1]. [1]';
    expect(stretchesOf(answer, claim('As shown before [1].', 1))).toEqual([
      { text: 'As shown before [1].', numbers: [1] },
    ]);
  });

  it('are the whole claim when the answer words it otherwise', () => {
    expect(stretchesOf('Something else.', claim('Domes.', 4))).toEqual([{ text: 'Domes.', numbers: [4] }]);
  });
});

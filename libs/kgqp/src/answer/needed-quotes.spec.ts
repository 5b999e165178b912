import { describe, expect, it } from '@jest/globals';
import { neededQuotes } from './needed-quotes.ts';

const domes = { quote: 'The dome of Florence was built without scaffolding between 1420 and 1436.' };
const bricks = { quote: 'Its bricks lie in a herringbone pattern.' };
const weather = { quote: 'It rained a lot in those years.' };

describe('the quotes that a claim needs', () => {
  it('are those that say its words, in the order given', () => {
    const claim = 'The dome of Florence was built without scaffolding, its bricks in a herringbone pattern.';
    expect(neededQuotes(claim, [weather, bricks, domes])).toEqual([bricks, domes]);
  });

  it('leave out one that repeats what another says', () => {
    const again = { quote: 'The dome was built without scaffolding.' };
    expect(neededQuotes('The dome of Florence was built without scaffolding.', [again, domes])).toEqual([domes]);
  });

  it('are never none where there is one', () => {
    expect(neededQuotes('Something else entirely.', [weather])).toEqual([weather]);
    expect(neededQuotes('Something else entirely.', [])).toEqual([]);
  });
});

import { expect, it } from '@jest/globals';
import { DiversePool } from './diverse-pool.ts';

type Candidate = { text: string; paper: string; score: number };
const candidate = (text: string, paper: string, score: number): Candidate => ({ text, paper, score });

function takeAll(ranked: readonly Candidate[], perPaper = 9): Candidate[] {
  const pool = new DiversePool(ranked, perPaper);
  const taken: Candidate[] = [];
  for (let best = pool.best(); best; best = pool.best()) {
    pool.take(best);
    taken.push(best);
  }
  return taken;
}

const found = candidate('Argus found 31 supernovae in the southern sky in one year.', 'a', 0.9);
const again = candidate('In one year, Argus found 31 supernovae in the southern sky.', 'b', 0.89);
const glass = candidate('Its lenses are made of glass.', 'a', 0.3);

it('gives what says the same with the one that is taken', () => {
  const pool = new DiversePool([found, again, glass], 9);
  expect(pool.best()).toBe(found);
  expect(pool.take(found)).toEqual([again]);
  expect(pool.best()).toBe(glass);
});

it('keeps what says the same when the first is not taken', () => {
  const pool = new DiversePool([found, again, glass], 9);
  pool.drop(found);
  expect(pool.best()).toBe(again);
});

it('leaves out what only says less', () => {
  const less = candidate('Argus found 31 supernovae in the sky.', 'a', 0.8);
  expect(takeAll([found, less, glass])).toEqual([found, glass]);
});

it('prefers a new thought to a slightly better repetition', () => {
  const byHand = candidate('The lenses were ground from recycled glass by hand.', 'a', 0.7);
  const water = candidate('Cooling needs water.', 'a', 0.65);
  expect(takeAll([candidate('The lenses were ground from recycled glass in Accra.', 'a', 0.9), byHand, water])[1]).toBe(
    water,
  );
});

it('takes another number of another paper for no repetition', () => {
  const otherwise = candidate(found.text.replace('31', '13'), 'b', 0.7);
  const aside = candidate('Cooling needs water.', 'a', 0.65);
  expect(takeAll([found, otherwise, aside])[1]).toBe(otherwise);
  expect(takeAll([found, { ...otherwise, paper: 'a' }, aside])[1]).toBe(aside);
});

it('takes no more from one paper than allowed', () => {
  const ranked = ['one', 'two', 'three', 'four'].map((text, i) => candidate(text, i < 3 ? 'a' : 'b', 1 - i / 10));
  expect(takeAll(ranked, 2).map(({ text }) => text)).toEqual(['one', 'two', 'four']);
});

it('takes only what is in it', () => {
  expect(() => new DiversePool([found], 1).take(glass)).toThrow(RangeError);
});

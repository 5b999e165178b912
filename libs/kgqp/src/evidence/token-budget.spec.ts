import { expect, it } from '@jest/globals';
import { telescopePaper } from '../testing/test-papers.ts';
import { CitablePaper } from './citable-paper.ts';
import type { PlacedUnit } from './corpus-view.ts';
import { TokenBudget } from './token-budget.ts';

const paper = new CitablePaper(telescopePaper, 'argus', 'a'.repeat(64));

function placed(id: string): PlacedUnit {
  const [unit] = paper.unitsAt(id);
  if (!unit) throw new Error(`No unit at ${id}.`);
  return { paper, unit, iri: `http://localhost:3000/id/paper/argus/${id}` };
}

/** Whether each unit still fits, in order. */
const fits = (tokens: number, ids: readonly string[]): boolean[] => {
  const budget = new TokenBudget(tokens);
  return ids.map((id) => budget.spend(placed(id)));
};

it('refuses what costs more than is left, and goes on with what is shorter', () => {
  expect(fits(45, ['s1/p1/t1', 'abstract/p1/t1'])).toEqual([false, true]);
});

it('counts what a sentence cannot be read without', () => {
  expect(fits(60, ['s1/p1/t2'])).toEqual([false]);
  expect(fits(60, ['s1/p1/t3'])).toEqual([true]);
});

it('counts no sentence twice', () => {
  expect(fits(100, ['s1/p1/t1', 's1/p1/t2'])).toEqual([true, true]);
  expect(fits(100, ['s1/p1/t1', 's2/p1/t1', 's1/p1/t2'])).toEqual([true, true, false]);
});

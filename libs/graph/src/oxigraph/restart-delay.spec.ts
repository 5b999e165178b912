import { expect, it } from '@jest/globals';
import { restartDelay } from './restart-delay.ts';

it('an engine starts again at once after one crash, then ever later, and at least twice a minute', () => {
  expect([1, 2, 3, 4, 5, 100].map(restartDelay)).toEqual([0, 100, 200, 400, 800, 30_000]);
});

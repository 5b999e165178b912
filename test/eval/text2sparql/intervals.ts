import { pairedBootstrap } from '@askg/retrieval';
import { randomNumbers } from '../../../bench/crash/random-numbers.ts';
import { round } from '../../../bench/statistics.ts';
import type { Figure } from '../main.ts';

/** Seed of the resampling. */
export const seed = 10;

/** A mean over questions with the interval that holds it in 95 of 100 resamplings of them. */
export function meanFigure(name: string, values: readonly number[], bar?: string): Figure {
  const none = values.map(() => 0);
  const { mean, low, high } = pairedBootstrap(none, values, randomNumbers(seed));
  const unit = `(${round(low, 3)} to ${round(high, 3)})`;
  return { name, value: round(mean, 3), unit, ...(bar === undefined ? {} : { bar }) };
}

import { readFileSync } from 'node:fs';
import type { LinearWeights } from '../linear-text/linear-weights.ts';
import { parseLinearWeights } from '../linear-text/weights-text.ts';

/** Stands in the package beside `src` and `dist`; `scripts/train-citation-function.ts` makes it. */
export const classWeightsFile = new URL('../../../data/citation-function.txt', import.meta.url);

let weights: LinearWeights | undefined;

/** The weights that come with the package, read once (10 ms). */
export function loadClassWeights(): LinearWeights {
  weights ??= parseLinearWeights(readFileSync(classWeightsFile, 'utf8'));
  return weights;
}

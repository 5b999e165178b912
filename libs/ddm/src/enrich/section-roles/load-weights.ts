import { readFileSync } from 'node:fs';
import type { LinearWeights } from '../linear-text/linear-weights.ts';
import { parseLinearWeights } from '../linear-text/weights-text.ts';

/** Stands in the package beside `src` and `dist`; `scripts/train-section-roles.ts` makes it. */
export const roleWeightsFile = new URL('../../../data/section-roles.txt', import.meta.url);

let weights: LinearWeights | undefined;

/** The weights that come with the package, read once (10 ms). */
export function loadRoleWeights(): LinearWeights {
  weights ??= parseLinearWeights(readFileSync(roleWeightsFile, 'utf8'));
  return weights;
}

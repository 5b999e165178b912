import { readFileSync } from 'node:fs';
import type { Weights } from './tagger.ts';
import { parseWeights } from './weights-text.ts';

/** Stands in the package beside `src` and `dist`; `scripts/train-reference-tagger.ts` makes it. */
export const weightsFile = new URL('../../../../../data/reference-tagger.txt', import.meta.url);

let weights: Weights | undefined;

/** The weights that come with the package, read once (10 ms). */
export function loadWeights(): Weights {
  weights ??= parseWeights(readFileSync(weightsFile, 'utf8'));
  return weights;
}

import type { CitationClass } from './classes.ts';

/**
 * What `CitationMark.function` may be: local names of properties of CiTO (http://purl.org/spar/cito/), each with the coarse
 * class it belongs to.
 * - background: `obtainsBackgroundFrom`; for work that is still to come, `citesAsPotentialSolution`.
 * - use: `usesMethodIn`, `usesDataFrom`, and `extends` where the citing paper builds on the cited work.
 * - comparison: `agreesWith`, `disagreesWith`, and `discusses` where the sentence compares without saying how it ended.
 */
export const classOfFunction = {
  obtainsBackgroundFrom: 'background',
  citesAsPotentialSolution: 'background',
  usesMethodIn: 'use',
  usesDataFrom: 'use',
  extends: 'use',
  agreesWith: 'comparison',
  disagreesWith: 'comparison',
  discusses: 'comparison',
} as const satisfies Record<string, CitationClass>;

export type CitationFunction = keyof typeof classOfFunction;

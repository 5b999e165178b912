import type { GuardOptions } from './guarded-query.ts';

/** All bounds of one run of the guard. */
export type GuardLimits = Required<
  Pick<
    GuardOptions,
    | 'rows'
    | 'maxLength'
    | 'maxDepth'
    | 'maxTokens'
    | 'maxValues'
    | 'maxPathSteps'
    | 'maxPathRepetitions'
    | 'maxPatterns'
    | 'maxOperators'
  >
>;

/**
 * Bounds that are far above what people and planners write, and below what ends an engine: Oxigraph's recursive
 * evaluation runs out of stack at about 2,000 patterns or path steps in a row, or at 128 to 512 levels of nesting.
 */
export const defaultLimits: GuardLimits = {
  rows: 100_000,
  maxLength: 100_000,
  maxDepth: 64,
  maxTokens: 10_000,
  maxValues: 10_000,
  maxPathSteps: 64,
  maxPathRepetitions: 8,
  maxPatterns: 500,
  maxOperators: 1_000,
};

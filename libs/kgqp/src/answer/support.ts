import type { Support } from '@askg/contract';

/** A claim that is a quote supports itself. */
export const verbatim: Support = { label: 'supported', score: 1, method: 'verbatim quote' };

/** A claim that says what a result row says. */
export function byRows(confidence: number): Support {
  return { label: confidence >= 0.5 ? 'supported' : 'partly', score: confidence, method: 'result rows' };
}

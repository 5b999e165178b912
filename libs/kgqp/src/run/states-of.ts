import type { AnswerState, SparqlRun } from '@askg/contract';

/**
 * What did not come of a question. Text evidence may answer it all the same.
 * @param asksGraph whether rows of the graph were wanted
 * @param isModelLost whether every call of the chat model failed
 */
export function statesOf(asksGraph: boolean, queries: readonly SparqlRun[], isModelLost: boolean): AnswerState[] {
  const facts = queries.filter(({ kind }) => kind === 'fact');
  const ran = facts.filter(({ state }) => state !== 'invalid');
  return [
    ...(asksGraph && ran.length === 0 ? (['no-query'] as const) : []),
    ...(ran.length > 0 && ran.every(({ rows }) => rows === 0) ? (['no-result'] as const) : []),
    ...(isModelLost ? (['model-unavailable'] as const) : []),
  ];
}

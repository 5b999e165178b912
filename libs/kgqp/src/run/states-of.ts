import type { Answer, AnswerState, SparqlRun } from '@askg/contract';

/**
 * What did not come of a question. Text evidence may answer it all the same.
 * @param isModelLost whether every call of the chat model failed
 */
export function statesOf(mode: Answer['mode'], queries: readonly SparqlRun[], isModelLost: boolean): AnswerState[] {
  const facts = queries.filter(({ kind }) => kind === 'fact');
  const ran = facts.filter(({ state }) => state !== 'invalid');
  return [
    ...(mode !== 'retrieve' && ran.length === 0 ? (['no-query'] as const) : []),
    ...(ran.length > 0 && ran.every(({ rows }) => rows === 0) ? (['no-result'] as const) : []),
    ...(isModelLost ? (['model-unavailable'] as const) : []),
  ];
}

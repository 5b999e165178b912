/**
 * What arithmetic says beforehand: 2 × parameters beside the embeddings × tokens, at 50 to 100 GFLOP/s, which two cores may reach.
 * Milliseconds for each token of a passage; models are told apart by their names. What E2Rank keeps of passages counts as
 * kept.
 */
const estimates: readonly [RegExp, { low: number; high: number }][] = [
  [/monot5-small/, { low: 0.4, high: 0.75 }],
  [/monot5-base/, { low: 1.75, high: 3.5 }],
  [/minilm-l6/, { low: 0.2, high: 0.4 }],
  [/e2rank|qwen3/, { low: 9, high: 18 }],
  [/jina-reranker/, { low: 10, high: 21 }],
];

/** Milliseconds for a passage of so many tokens; undefined where nothing was estimated. */
export function estimateOf(name: string, tokens: number): { low: number; high: number } | undefined {
  const each = name.startsWith('tiny-') ? undefined : estimates.find(([pattern]) => pattern.test(name))?.[1];
  return each && { low: each.low * tokens, high: each.high * tokens };
}

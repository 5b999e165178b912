import type { Answer } from '@askg/contract';

/** One line of the predictions: the qa form of the contract, with the values of rows beside it. */
export type Prediction = {
  id: string;
  answer: string;
  verdict: Answer['verdict'];
  /** The quotes of the answer's claims, word for word. */
  evidence: string[];
  /** Score of the best supported claim, 0 when there is none. */
  confidence: number;
  ms: number;
  calls: number;
  tokens: number;
  /** Values of the rows, column by column. */
  values: Record<string, string[]>;
};

export function predictionOf(id: string, answer: Answer, ms: number): Prediction {
  const values: Record<string, Set<string>> = {};
  for (const { bindings } of answer.claims.flatMap(({ rows }) => rows)) {
    for (const [column, { value }] of Object.entries(bindings)) (values[column] ??= new Set()).add(value);
  }
  const citations = answer.claims.flatMap((claim) => claim.citations);
  return {
    id,
    answer: answer.answer,
    verdict: answer.verdict,
    evidence: [...new Set(citations.map(({ quote }) => quote))],
    confidence: Math.max(0, ...answer.claims.map(({ support }) => support.score)),
    ms,
    calls: answer.usage.modelCalls,
    tokens: answer.usage.inputTokens + answer.usage.outputTokens,
    values: Object.fromEntries(Object.entries(values).map(([column, set]) => [column, [...set]])),
  };
}

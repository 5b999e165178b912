import type { Answer } from '@askg/contract';

/** One line of the predictions, in the form of the contract. */
export type Prediction = {
  id: string;
  answer: string;
  verdict: Answer['verdict'];
  /** The quotes of the claims, or the nearest where nothing is claimed, word for word. */
  evidence: string[];
  /** Score of the best supported claim, 0 when there is none. */
  confidence: number;
  ms: number;
  calls: number;
  tokens: number;
};

export function predictionOf(id: string, answer: Answer, ms: number): Prediction {
  const { claims, nearest, usage } = answer;
  const cited = claims.length > 0 ? claims.flatMap(({ citations }) => citations) : nearest;
  return {
    id,
    answer: answer.answer,
    verdict: answer.verdict,
    evidence: [...new Set(cited.map(({ quote }) => quote))],
    confidence: Math.max(0, ...claims.map(({ support }) => support.score)),
    ms,
    calls: usage.modelCalls,
    tokens: usage.inputTokens + usage.outputTokens,
  };
}

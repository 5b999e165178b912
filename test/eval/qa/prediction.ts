import type { Answer } from '@askg/contract';

/** One line of the predictions: the qa form of the contract, with more of the answer beside it. */
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
  /** Those of `tokens` that the chat model read. */
  inputTokens: number;
  /** Sentences that the graph named, and rows that the claims rest on. */
  graph: { nodes: number; rows: number };
  /** Steps that were left out or replaced. */
  degraded: string[];
  /** Whether the answer says yes or no, where it says so. */
  polarity?: 'yes' | 'no' | 'maybe';
  /** The answer opens with it. */
  told?: true;
};

export function predictionOf(id: string, answer: Answer, ms: number): Prediction {
  const { claims, nearest, usage, sparql, degraded, polarity } = answer;
  const cited = claims.flatMap(({ citations, rows }) => [...citations, ...rows.flatMap(({ sources }) => sources)]);
  const nodes = sparql.filter(({ kind }) => kind === 'textual-nodes').reduce((sum, { rows }) => sum + rows, 0);
  return {
    id,
    answer: answer.answer,
    verdict: answer.verdict,
    evidence: [...new Set((claims.length > 0 ? cited : nearest).map(({ quote }) => quote))],
    confidence: Math.max(0, ...claims.map(({ support }) => support.score)),
    ms,
    calls: usage.modelCalls,
    tokens: usage.inputTokens + usage.outputTokens,
    inputTokens: usage.inputTokens,
    graph: { nodes, rows: claims.reduce((sum, { rows }) => sum + rows.length, 0) },
    degraded: degraded.map(({ step }) => step),
    ...(polarity ? { polarity: polarity.reading } : {}),
    ...(polarity?.told ? { told: true as const } : {}),
  };
}

/** What a way of answering without a composer gives: the texts themselves. */
export function quotedPrediction(id: string, evidence: readonly string[]): Prediction {
  const isThere = evidence.length > 0;
  return {
    id,
    answer: evidence.join(' '),
    verdict: isThere ? 'supported' : 'not-in-corpus',
    evidence: [...evidence],
    confidence: isThere ? 1 : 0,
    ms: 0,
    calls: 0,
    tokens: 0,
    inputTokens: 0,
    graph: { nodes: 0, rows: 0 },
    degraded: [],
  };
}

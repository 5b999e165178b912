import type { Embedder, LastTokenEncoder } from '@askg/inference';
import type { VectorCache } from '../../vectors/vector-cache.ts';
import { reasonOf } from '../reason-of.ts';
import type { Reranker } from '../reranker.ts';
import { E2RankReranker, type E2RankSettings } from './e2rank-reranker.ts';
import { embeddedPassages } from './embedded-passages.ts';
import { QueryCosineReranker } from './query-cosine-reranker.ts';
import { type LadderStep, RerankerLadder } from '../reranker-ladder.ts';
import { type FeedbackSettings, VectorFeedbackReranker } from './vector-feedback-reranker.ts';

export type E2RankOptions = E2RankSettings & {
  /** Opens E2Rank in this process (ONNX or llama.cpp). */
  local?: (() => Promise<LastTokenEncoder>) | undefined;
  /** Opens E2Rank behind a server; it is opened only when the local one cannot be. */
  endpoint?: (() => Promise<LastTokenEncoder>) | undefined;
  /** Any embedder, for the steps below E2Rank. It stays open when the reranker is closed. */
  embedder?: Embedder | undefined;
  /** Where that embedder's vectors of passages may lie already. */
  embedded?: VectorCache | undefined;
  feedback?: FeedbackSettings | undefined;
  /** Milliseconds on any steady clock. */
  now: () => number;
};

/** Passages that a server is given at once. */
const servedBatch = 16;

/**
 * E2Rank with what stands in for it, in this order: the model of this process; else the one behind a server; the cosine of
 * query and passage by any embedder; feedback in that embedder's space; the order before. Each step goes by its own name, and
 * `degraded` says why the ones above it did not do. It never fails for want of a model.
 * @throws RetrievalError retrieval/wrong-vector when `passages` holds vectors of other weights than those opened
 */
export async function openE2Rank({
  local,
  endpoint,
  embedder,
  embedded,
  feedback,
  now,
  ...settings
}: E2RankOptions): Promise<Reranker> {
  const steps: LadderStep[] = [];
  const opens = (): boolean => steps.some((step) => 'reranker' in step);
  if (local) steps.push(await openStep('e2rank', local, settings, now));
  if (endpoint && !opens()) {
    steps.push(await openStep('e2rank by endpoint', endpoint, { batch: servedBatch, ...settings }, now));
  }
  if (embedder) {
    const passages = embeddedPassages(embedder, now, embedded);
    const rerankers = [
      new QueryCosineReranker(embedder, passages, now),
      new VectorFeedbackReranker(embedder, passages, now, feedback),
    ];
    steps.push(...rerankers.map((reranker) => ({ name: reranker.name, reranker })));
  }
  return new RerankerLadder('e2rank', steps, now);
}

async function openStep(
  name: string,
  open: () => Promise<LastTokenEncoder>,
  settings: E2RankSettings,
  now: () => number,
): Promise<LadderStep> {
  let encoder: LastTokenEncoder;
  try {
    encoder = await open();
  } catch (error) {
    return { name, failure: reasonOf(error) };
  }
  try {
    return { name, reranker: new E2RankReranker(encoder, now, settings) };
  } catch (error) {
    await encoder.close();
    throw error;
  }
}

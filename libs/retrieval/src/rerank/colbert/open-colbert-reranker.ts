import { type ModelStore, openMultiVectorEncoder } from '@askg/inference';
import { ColbertReranker, type ColbertRerankerOptions } from './colbert-reranker.ts';

export type ColbertSettings = ColbertRerankerOptions & {
  /** Threads that run the model, each with a copy of it; 1 when not given. */
  threads?: number | undefined;
  /** Length of the vectors, where the model has several heads. */
  dimensions?: number | undefined;
};

/**
 * Opens a fetched encoder of many vectors a text, such as ColBERTv2 or Jina-ColBERT-v2, as a reranker that bears its name.
 * @throws InferenceError as `openMultiVectorEncoder`
 */
export async function openColbertReranker(
  models: ModelStore,
  name: string,
  { threads = 1, dimensions, ...options }: ColbertSettings,
): Promise<ColbertReranker> {
  const encoder = await openMultiVectorEncoder(models, name, {
    threads,
    ...(dimensions === undefined ? {} : { dimensions }),
  });
  // A passage for each thread: less would leave one without work.
  return new ColbertReranker(encoder, { batch: threads, ...options });
}

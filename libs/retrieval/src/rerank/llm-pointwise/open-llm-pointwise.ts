import { openPointwise, type RunOptions, type ServerOptions } from '@askg/inference';
import { PointwiseReranker, type PointwiseSettings } from '../monot5/pointwise-reranker.ts';
import { monoT5Template } from '../monot5/template.ts';
import type { Reranker } from '../reranker.ts';

export type LlmPointwiseOptions = PointwiseSettings & { server: ServerOptions } & Pick<
    RunOptions,
    'signal' | 'deadlineMs'
  >;

/** Calls under way at the same time, and passages that are lost at most when the time is up. */
const calls = 8;

/**
 * A chat model behind a server, asked for one word about each passage with the text that monoT5 has; it is called "LLM pointwise"
 * and the model's name, never monoT5. The server is asked once, to see that it gives the probabilities of words.
 * @throws InferenceError `inference/no-logprobs`, `no-answer-words`, `unusable-reply`, and those of a model server
 */
export async function openLlmPointwise(options: LlmPointwiseOptions): Promise<Reranker> {
  const { server, signal, deadlineMs = 30_000, ...settings } = options;
  const scorer = await openPointwise(
    { ...server, template: monoT5Template, calls },
    { deadlineMs, ...(signal ? { signal } : {}) },
  );
  return new PointwiseReranker(scorer, { batch: calls, ...settings });
}

import { z } from 'zod';

/** What the manifest says of a decoder-only model beyond what it says of all; `maxTokens` is its window. */
export const causalShape = {
  kind: z.literal('causal-model'),
  /** Numbers of a hidden state. */
  dimensions: z.int().positive(),
  /** Name of the safetensors file that makes vectors of states, which listwise rerankers (jina-reranker-v3) have. */
  projector: z.string().exactOptional(),
};

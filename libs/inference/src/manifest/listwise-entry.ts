import { z } from 'zod';

/** What the manifest says of a decoder that scores lists of passages by itself; `maxTokens` is its window. */
export const listwiseShape = {
  kind: z.literal('listwise-scorer'),
  /** Numbers of a projected vector. */
  dimensions: z.int().positive(),
  /** Whether the graph gives the vectors `documents` and `query` beside the `scores`: without them lists cannot be merged. */
  vectors: z.boolean(),
};

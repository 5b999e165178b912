import { z } from 'zod';

const TokenText = z.string().min(1);

/**
 * Where a model's vectors of one length come from: an output of its graph, or a linear layer beside the graph (a safetensors
 * file with `linear.weight`, one row a dimension, no bias) that is applied to the rows of an output.
 */
const ProjectionHead = z.strictObject({
  dimensions: z.int().positive(),
  /** Name of the graph's output; its first when not given. */
  output: z.string().exactOptional(),
  /** Name of the layer's file among the files of the model. */
  file: z.string().exactOptional(),
});
export type ProjectionHead = z.infer<typeof ProjectionHead>;

/** What is special about an encoder of many vectors a text, in the way of ColBERT. */
export const multiVectorShape = {
  kind: z.literal('multi-vector-encoder'),
  query: z.strictObject({
    /** Token that says "this is a query", put after the first one. */
    marker: TokenText,
    /** Tokens of a query, marker and frame included: longer ones are cut, shorter ones filled up. */
    tokens: z.int().min(4),
    /** Token that fills a query up; all its vectors take part. */
    fill: TokenText,
    /** Whether the model attends to the filling, as its training did or did not. */
    attendFill: z.boolean(),
  }),
  passage: z.strictObject({
    /** Token that says "this is a passage", put after the first one. */
    marker: TokenText,
    /**
     * Whose vectors a passage leaves out: those of the ASCII punctuation as the first piece that each sign is cut into
     * (ColBERT), or as the token that is written like the sign, for signs without one the unknown token (PyLate).
     */
    skip: z.enum(['none', 'first-piece', 'whole-token']),
  }),
  /** The first is the one that is used where none is asked for. */
  heads: z.array(ProjectionHead).min(1),
};

import { z } from 'zod';

/**
 * What `POST /api/ask` takes. Fields that are not known are refused, so that a misspelt one does not pass for a wish that
 * was granted.
 */
export const AskBody = z.strictObject({
  question: z.string().describe('The question, in plain language; at most 2,000 characters.'),
  mode: z
    .enum(['answer', 'retrieve', 'sparql'])
    .default('answer')
    .describe('"retrieve" stops at the evidence, "sparql" asks only the graph.'),
  paper: z.string().min(1).exactOptional().describe('Key or identifier of the one paper to ask.'),
  collection: z.string().min(1).exactOptional().describe('Name of the one collection to ask.'),
  model: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Name of the configured chat model, or "none" to answer without one. The configured one by default.'),
  stream: z.boolean().default(true).describe('false: the answer as one JSON document instead of events.'),
});
export type AskBody = z.infer<typeof AskBody>;

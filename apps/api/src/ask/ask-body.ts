import { z } from 'zod';
import { Iri, Ways } from '@askg/contract';

export const mostLinks = 8;

/** What a phrase of the question means. */
export const TakenLink = z.strictObject({ phrase: z.string().min(1).max(200), chosen: Iri });

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
  ways: Ways.exactOptional().describe(
    'Where to look: "both", the graph and the text, by default; "text" leaves the graph out, to compare. The graph alone is the mode "sparql".',
  ),
  paper: z.string().min(1).exactOptional().describe('Key or identifier of the one paper to ask.'),
  graph: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Name of a graph that was added beside the corpus, which is asked in its place.'),
  collection: z.string().min(1).exactOptional().describe('Name of the one collection to ask.'),
  links: z
    .array(TakenLink)
    .max(mostLinks)
    .exactOptional()
    .describe('What phrases of the question mean: of the alternatives that an earlier answer offered, the right ones.'),
  model: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Name of the configured chat model, or "none" to answer without one. The configured one by default.'),
  stream: z.boolean().default(true).describe('false: the answer as one JSON document instead of events.'),
});
export type AskBody = z.infer<typeof AskBody>;

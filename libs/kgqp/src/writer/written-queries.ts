import { z } from 'zod';
import { extractQuery } from '../validate/repair-text.ts';

/** A query as a model wrote it. */
export type WrittenQuery = {
  sparql: string;
  /** Names that the model says it used. */
  entities: readonly string[];
  /** What part of the question the query does not express, in the model's words; empty when it expresses all. */
  missing: string;
};

const Reply = z.object({
  queries: z
    .array(
      z.object({
        sparql: z.string(),
        entities: z.array(z.string()).optional(),
        missing: z.string().optional(),
      }),
    )
    .min(1),
});

/** What a model is asked to reply with. */
export const replySchema = { name: 'queries', schema: z.toJSONSchema(Reply, { target: 'draft-7' }) };

const mostQueries = 3;

/** The queries in a reply: in the JSON that was asked for, or one in prose or a code block, as weaker models write it. */
export function writtenQueries(reply: string): WrittenQuery[] {
  const parsed = Reply.safeParse(parseJson(reply));
  if (!parsed.success) {
    const sparql = extractQuery(reply);
    return sparql === undefined ? [] : [{ sparql, entities: [], missing: '' }];
  }
  const written = parsed.data.queries.map(({ sparql, entities = [], missing = '' }) => ({
    sparql: extractQuery(sparql) ?? sparql.trim(),
    entities,
    missing: missing.trim(),
  }));
  const unlike = written.filter(({ sparql }, i) => written.findIndex((other) => other.sparql === sparql) === i);
  return unlike.slice(0, mostQueries);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

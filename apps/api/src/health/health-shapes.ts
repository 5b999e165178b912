import { z } from 'zod';

export const Liveness = z.object({ status: z.literal('live') });

/** `ready` once questions can be asked; `problems` names graphs that could not be loaded, the rest is served. */
export const Readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  commit: z.int().min(0).describe('Newest commit that any client has seen.'),
  waiting: z.int().min(0).describe('Queries that wait for an engine.'),
  engines: z.array(
    z.object({
      state: z.enum(['starting', 'idle', 'busy', 'waiting', 'closed']),
      commit: z.int().min(0),
      quads: z.int().min(0).optional().describe('For those who may read everything.'),
      graphs: z.int().min(0).optional(),
      rss: z.int().min(0).describe('Resident memory in bytes.'),
      crashes: z.int().min(0),
      loading: z
        .object({ graphs: z.int().min(0), of: z.int().min(0) })
        .optional()
        .describe('While the engine loads: graphs that are there, of how many.'),
    }),
  ),
  problems: z.array(z.object({ graph: z.string(), code: z.string() })),
  questions: z.object({
    ready: z.boolean(),
    embedder: z.string().nullable().describe('Name of the model that finds by meaning; null: by words only.'),
    reranker: z
      .object({ name: z.string(), state: z.enum(['opening', 'open', 'failed']) })
      .exactOptional()
      .describe('The model that orders what was found; absent where none is set up.'),
    chat: z.string().nullable().describe('Name of the chat model; null: answers are made without one.'),
  }),
});
export type Readiness = z.infer<typeof Readiness>;

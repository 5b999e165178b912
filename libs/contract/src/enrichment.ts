import { z } from 'zod';

const Count = z.int().min(0);

/** What enriching papers by a chat model will take, counted before it is asked. */
export const EnrichmentEstimate = z.object({
  papers: Count,
  /** Papers that this model has read before as they are. */
  done: Count,
  calls: Count,
  /** What it costs as a rule, input and output together. */
  tokens: Count,
  /** What no run without repeated calls exceeds. */
  mostTokens: Count,
});
export type EnrichmentEstimate = z.infer<typeof EnrichmentEstimate>;

/**
 * What a run of `ingest --enrich llm` came to: beside the papers as `enrichment` with `--json`, on a line of its own with
 * `--jsonl`. What the model suggested stands in the graphs that carry `run`.
 */
export const EnrichmentReport = z.object({
  /** Mark of the run, which stands in every graph that it made. */
  run: z.string(),
  model: z.string(),
  /** Most tokens that it might cost. */
  budget: Count,
  estimate: EnrichmentEstimate,
  enriched: Count,
  /** Papers that failed, or were read anew meanwhile; each is left as it was. */
  notEnriched: Count,
  entities: Count,
  relations: Count,
  /** Suggestions that were left out, by reason: `not-in-sentence`, `unknown-type`, … */
  dropped: z.record(z.string(), Count),
  /** `halted`: the server took no call. */
  why: z.enum(['done', 'over-budget', 'stopped', 'halted']),
  /** Papers that were not come to, or not to their end. */
  left: Count,
  tokens: Count,
  calls: Count,
  /** Calls that came to nothing of use. */
  badReplies: Count,
});
export type EnrichmentReport = z.infer<typeof EnrichmentReport>;

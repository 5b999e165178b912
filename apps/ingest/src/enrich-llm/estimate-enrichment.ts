import type { Corpus } from '@askg/corpus';
import { documentOf, pendingPapers } from './pending-papers.ts';
import { SuggestPrompt } from './prompt.ts';
import { suggestCalls, usualReply } from './suggest-request.ts';
import { likelyTokens, mostTokens } from './token-budget.ts';

/** What enriching papers will take. `tokens` is what it costs as a rule, `mostTokens` what no run without retries exceeds. */
export type EnrichmentEstimate = {
  papers: number;
  /** Papers that this model has read before as they are. */
  done: number;
  calls: number;
  tokens: number;
  mostTokens: number;
};

/**
 * Counts papers, calls and tokens without asking the model.
 * @throws CorpusError corpus/missing-graph, corpus/damaged-graph; IngestError ingest/invalid-prompt
 */
export async function estimateEnrichment(
  corpus: Corpus,
  keys: readonly string[],
  model: string,
): Promise<EnrichmentEstimate> {
  const prompt = new SuggestPrompt();
  const pending = pendingPapers(corpus, keys, model);
  const estimate = {
    papers: pending.length,
    done: new Set(keys).size - pending.length,
    calls: 0,
    tokens: 0,
    mostTokens: 0,
  };
  for (const paper of pending) {
    for (const { request } of suggestCalls(await documentOf(corpus, paper), prompt)) {
      estimate.calls++;
      estimate.tokens += likelyTokens(request, usualReply);
      estimate.mostTokens += mostTokens(request);
    }
  }
  return estimate;
}

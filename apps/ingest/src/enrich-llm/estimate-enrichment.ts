import { CodedError, type Document } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { documentOf, type PendingPaper, pendingPapers } from './pending-papers.ts';
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
 * Counts papers, calls and tokens without asking the model. A paper whose graph cannot be read takes no calls; enriching tells
 * of it.
 * @throws IngestError ingest/invalid-prompt
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
    const document = await documentIfReadable(corpus, paper);
    for (const { request } of document ? suggestCalls(document, prompt) : []) {
      estimate.calls++;
      estimate.tokens += likelyTokens(request, usualReply);
      estimate.mostTokens += mostTokens(request);
    }
  }
  return estimate;
}

async function documentIfReadable(corpus: Corpus, paper: PendingPaper): Promise<Document | undefined> {
  try {
    return await documentOf(corpus, paper);
  } catch (error) {
    if (error instanceof CodedError) return undefined;
    throw error;
  }
}

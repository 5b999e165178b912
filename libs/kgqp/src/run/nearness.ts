import type { Nearness } from '../answer/check-claim.ts';
import { confidenceModel } from '../answer/confidence-models.ts';
import type { RunParts } from './run-parts.ts';

/** Compares statements with texts by the retriever's scorer; when that only knows words, or fails, there is no nearness. */
export function nearnessBy(
  { retriever, deadlines }: Pick<RunParts, 'retriever' | 'deadlines'>,
  signal: AbortSignal,
): Nearness {
  return async (statement, texts) => {
    const options = { signal, deadlineMs: deadlines.sentences };
    const { scores, method } = await retriever.scoreTexts(statement, texts, options);
    const { floor, ceiling, isByWords } = confidenceModel(method);
    if (isByWords) return undefined;
    return scores.map((score) => Math.min(1, Math.max(0, (score - floor) / (ceiling - floor))));
  };
}

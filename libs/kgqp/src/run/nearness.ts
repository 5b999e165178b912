import type { Nearness } from '../answer/check-claim.ts';
import { confidenceModel } from '../answer/confidence-models.ts';
import type { Similarity } from '../answer/polarity/told-sentence.ts';
import { withDeadline } from './race.ts';
import type { RunParts } from './run-parts.ts';
import { passFailure } from './step-failure.ts';

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

/**
 * The same without a scale of its own: what tells two statements apart that are both near. Undefined too when the scorer fails
 * or is late. @throws RunCancelled, and faults of ours
 */
export function similarityBy(
  { retriever, deadlines }: Pick<RunParts, 'retriever' | 'deadlines'>,
  signal: AbortSignal,
): Similarity {
  return async (statement, texts) => {
    const deadlineMs = deadlines.sentences;
    const score = (step: AbortSignal) => retriever.scoreTexts(statement, texts, { signal: step, deadlineMs });
    try {
      const { scores, method } = await withDeadline(score, deadlineMs, signal);
      return confidenceModel(method).isByWords ? undefined : scores;
    } catch (error) {
      passFailure(error);
      return undefined;
    }
  };
}

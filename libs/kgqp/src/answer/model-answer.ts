import type { ChatModel } from '@askg/inference';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { checkClaim, type Nearness } from './check-claim.ts';
import type { DraftClaim } from './draft-answer.ts';
import { askForClaims, mostQuotes } from './model-claims.ts';

export type ModelAnswer = {
  /** What is left after the check. */
  claims: DraftClaim[];
  /** Whether the model said that the quotes answer the question. */
  answered: boolean;
  /** Claims that no quote supports, and that are therefore not shown. */
  dropped: number;
};

/**
 * An answer in a model's words, each claim of it held against the quotes it cites.
 * @param units evidence, best first; the first few are shown to the model
 * @throws KgqpError kgqp/model-failed; InferenceError
 */
export async function modelAnswer(
  chat: ChatModel,
  question: string,
  units: readonly EvidenceUnit[],
  nearness: Nearness,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const shown = units.slice(0, mostQuotes);
  const reply = await askForClaims(chat, question, shown, signal);
  const claims: DraftClaim[] = [];
  for (const claim of reply.claims) {
    const support = await checkClaim(claim, shown, nearness);
    if (!support) continue;
    const quotes = claim.quotes.flatMap((at) => shown[at]?.quote ?? []);
    claims.push({
      separator: claims.length === 0 ? '' : ' ',
      parts: [{ text: claim.text, quotes }],
      support,
      rows: [],
    });
  }
  return { claims, answered: reply.answered, dropped: reply.claims.length - claims.length };
}

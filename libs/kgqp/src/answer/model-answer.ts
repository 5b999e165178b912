import type { EvidenceUnit } from '../evidence/evidence.ts';
import { addsNothing } from './adds-nothing.ts';
import { checkClaim, type Nearness } from './check-claim.ts';
import type { DraftClaim } from './draft-answer.ts';
import { askForClaims, type BudgetedChat } from './model-claims.ts';
import { neededQuotes } from './needed-quotes.ts';

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
 * @throws KgqpError kgqp/model-failed, kgqp/chat-budget; InferenceError
 */
export async function modelAnswer(
  chat: BudgetedChat,
  question: string,
  units: readonly EvidenceUnit[],
  nearness: Nearness,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const { claims: written, answered, shown } = await askForClaims(chat, question, units, signal);
  // Another place that says the same bears the claim out as well.
  const same = new Map(shown.map((unit) => [unit.quote, unit.same]));
  const claims: DraftClaim[] = [];
  for (const claim of written) {
    if (addsNothing(claim.text, question)) continue;
    const cited = claim.quotes.flatMap((at) => shown[at]?.quote ?? []);
    const quotes = neededQuotes(claim.text, cited);
    // Held against what is shown with it: in all quotes at once a claim would find its numbers and names somewhere.
    const held = quotes.map((quote) => ({ quote }));
    const support = await checkClaim({ text: claim.text, quotes: held.map((_, at) => at) }, held, nearness);
    if (!support) continue;
    claims.push({
      separator: claims.length === 0 ? '' : ' ',
      parts: [{ text: claim.text, quotes: quotes.flatMap((quote) => [quote, ...(same.get(quote) ?? [])]) }],
      support,
      rows: [],
    });
  }
  return { claims, answered, dropped: written.length - claims.length };
}

import type { Outcome } from '../outcome.ts';
import { claimPolarity, keptPolarity } from './claim-polarity.ts';
import { type ReadUnit, readPolarity } from './read-polarity.ts';
import type { Similarity } from './told-sentence.ts';

/**
 * An outcome in quotes that says what they come to, where the question asks for yes or no. The word comes first, as a claim that
 * cites what it was read from, and only where such readings are mostly right; otherwise the quotes stand by themselves.
 */
export async function withPolarity(
  question: string,
  units: readonly ReadUnit[],
  outcome: Outcome,
  similarity: Similarity,
): Promise<Outcome> {
  const found = await readPolarity(question, units, outcome.claims, similarity);
  if (!found) return outcome;
  const opening = claimPolarity(found);
  if (!opening) return { ...outcome, polarity: keptPolarity(found) };
  const [first, ...others] = outcome.claims;
  const quoted = first ? [{ ...first, separator: '\n\n' }, ...others] : [];
  return { ...outcome, claims: [opening, ...quoted], polarity: keptPolarity(found) };
}

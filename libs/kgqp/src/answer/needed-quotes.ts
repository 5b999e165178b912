import { contentWords, stem, stemsOf } from '../evidence/words.ts';

/** A further quote is needed when it says at least this share of the claim's words that none before it says. */
const worthAdding = 0.12;

/**
 * The quotes that a claim needs, in the order given: the one that says most of its words, then what adds most to it, until no other
 * adds enough. A model likes to cite all that it was shown.
 * @param quotes those that the claim cites
 */
export function neededQuotes<Cited extends { quote: string }>(claim: string, quotes: readonly Cited[]): Cited[] {
  const words = new Set(contentWords(claim).map(stem));
  const left = new Set(words);
  const stems = new Map(quotes.map((cited) => [cited, stemsOf(cited.quote)]));
  const added = (cited: Cited): number => [...left].filter((word) => stems.get(cited)?.has(word)).length;
  const needed = new Set<Cited>();
  for (;;) {
    const [best] = quotes.filter((cited) => !needed.has(cited)).toSorted((a, b) => added(b) - added(a));
    if (best === undefined || (needed.size > 0 && added(best) < Math.max(1, worthAdding * words.size))) break;
    for (const word of stems.get(best) ?? []) left.delete(word);
    needed.add(best);
  }
  return quotes.filter((cited) => needed.has(cited));
}

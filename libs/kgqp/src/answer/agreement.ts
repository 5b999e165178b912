import { type PlacedUnit } from '../evidence/corpus-view.ts';
import { type Quote, quote } from '../evidence/quote.ts';
import { relationOf } from './agreement-relation.ts';
import type { DraftClaim } from './draft-answer.ts';
import { isInStanding } from './in-standing.ts';
import { enumerate } from './enumerate.ts';

/** A unit, and other places that say the same. */
export type SaidUnit = PlacedUnit & { same?: readonly Quote[] };
/** Quotes of different papers that say the same, and how alike the least alike of them are to the first. */
export type Agreement = { quotes: Quote[]; likeness: number };

/**
 * The first thing that at least two papers say that were not taken back, with a quote of each. Only what is said in nearly the
 * same words is seen.
 */
export function findAgreement(units: readonly SaidUnit[]): Agreement | undefined {
  const standing = units.filter(isInStanding);
  for (const [i, one] of standing.entries()) {
    const same = (one.same ?? []).filter(isInStanding).map((other) => ({ quote: other, likeness: 1 }));
    const alike = standing.slice(i + 1).flatMap((other) => {
      const relation = relationOf(one.unit.text, other.unit.text);
      return relation?.kind === 'agree' ? [{ quote: quote(other), likeness: relation.likeness }] : [];
    });
    const papers = new Map(
      [{ quote: quote(one), likeness: 1 }, ...same, ...alike].toReversed().map((each) => [each.quote.paper, each]),
    );
    if (papers.size < 2) continue;
    const all = [...papers.values()].toReversed();
    return { quotes: all.map((each) => each.quote), likeness: Math.min(...all.map((each) => each.likeness)) };
  }
  return undefined;
}

/** Says that papers agree, each with its sentence. */
export function claimAgreement({ quotes, likeness }: Agreement): DraftClaim {
  return {
    separator: '\n\n',
    parts: [
      { text: `${quotes.length} papers agree on this: `, quotes: [] },
      ...enumerate(quotes.map((each) => ({ text: each.title, quotes: [each] }))),
      { text: '.', quotes: [] },
    ],
    support: { label: 'supported', score: Math.round(likeness * 1000) / 1000, method: 'same words and numbers' },
    rows: [],
  };
}

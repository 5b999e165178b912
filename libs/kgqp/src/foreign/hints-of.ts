import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { ForeignWord } from './foreign-word.ts';

const regained = 0.35;

/** The words of a question that no item has taken: they may name the properties of a way, each of them once. */
export class Hints {
  readonly #worths = new Map<string, { at: number; worth: number }[]>();

  constructor(words: readonly ForeignWord[], uncovered: readonly number[], lexicon: InducedLexicon) {
    for (const at of uncovered) {
      for (const { kind, iri, worth } of lexicon.spoken(words[at]?.stem ?? '')) {
        if (kind === 'property') this.#worths.set(iri, [...(this.#worths.get(iri) ?? []), { at, worth }]);
      }
    }
  }

  /** What the words near or between two places say for some properties, and which words have been used up then. */
  pay(
    properties: readonly string[],
    paid: ReadonlySet<number>,
    one: number,
    other: number,
  ): { gain: number; paid: ReadonlySet<number> } {
    const used = new Set(paid);
    let gain = 0;
    for (const property of properties) {
      const free = (this.#worths.get(property) ?? []).filter(({ at }) => !used.has(at));
      const best = free
        .map((hint) => ({ ...hint, near: hint.worth - 0.03 * apart(hint.at, one, other) }))
        .toSorted((a, b) => b.near - a.near)[0];
      if (best === undefined) continue;
      used.add(best.at);
      gain += best.near + regained;
    }
    return { gain, paid: used };
  }
}

/** Words between a place and the stretch from one place to another. */
function apart(at: number, one: number, other: number): number {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return at < from ? from - at : Math.max(0, at - to);
}

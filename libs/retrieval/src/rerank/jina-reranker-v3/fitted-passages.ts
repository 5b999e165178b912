import type { FittedText } from './fit-text.ts';

/** The texts of candidates as a prompt takes them, each fitted when it is first asked for: most are never when time is short. */
export class FittedPassages {
  readonly #count: number;
  readonly #fit: (place: number) => FittedText;
  readonly #fitted: FittedText[] = [];

  /** @param fit the fitted text of the candidate at a place, from 0 */
  constructor(count: number, fit: (place: number) => FittedText) {
    this.#count = count;
    this.#fit = fit;
  }

  /** Lengths in tokens from a place on. */
  *lengths(from: number): Generator<number> {
    for (let place = from; place < this.#count; place++) yield this.#at(place).tokens;
  }

  /** So many texts from a place on. */
  texts(from: number, count: number): string[] {
    return Array.from({ length: count }, (_, i) => this.#at(from + i).text);
  }

  /** How many of the first ones have lost their end. */
  cut(first: number): number {
    return this.#fitted.slice(0, first).filter(({ cut }) => cut).length;
  }

  #at(place: number): FittedText {
    return (this.#fitted[place] ??= this.#fit(place));
  }
}

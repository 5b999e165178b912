import type { PassageIndex } from '@askg/retrieval';

export type Unit = { iri: string; text: string };

/** As Robertson and Zaragoza set them for passages (The Probabilistic Relevance Framework, 2009). */
const k1 = 0.9;
const b = 0.4;

/** Sentences ranked by BM25 over the stems of an index: what a search for text alone gives. */
export class WordRanking {
  readonly #units: readonly Unit[];
  readonly #terms: readonly Map<string, number>[];
  readonly #index: Pick<PassageIndex, 'terms'>;
  readonly #mean: number;

  private constructor(
    units: readonly Unit[],
    terms: readonly Map<string, number>[],
    index: Pick<PassageIndex, 'terms'>,
  ) {
    this.#units = units;
    this.#terms = terms;
    this.#index = index;
    this.#mean = terms.reduce((sum, counts) => sum + lengthOf(counts), 0) / terms.length;
  }

  static async of(units: readonly Unit[], index: Pick<PassageIndex, 'terms'>): Promise<WordRanking> {
    const terms = await index.terms(units.map(({ text }) => text));
    return new WordRanking(units, terms.map(countsOf), index);
  }

  /** All units that share a term with the question, best first; equal scores in the order of the text. */
  async rank(question: string): Promise<Unit[]> {
    const [asked = []] = await this.#index.terms([question]);
    const wanted = [...new Set(asked)].map((term) => ({ term, weight: this.#rarity(term) }));
    const scored = this.#units.map((unit, i) => ({ unit, score: this.#score(this.#terms[i] ?? new Map(), wanted) }));
    return scored
      .filter(({ score }) => score > 0)
      .toSorted((x, y) => y.score - x.score)
      .map(({ unit }) => unit);
  }

  #rarity(term: string): number {
    const holding = this.#terms.filter((counts) => counts.has(term)).length;
    return Math.log(1 + (this.#terms.length - holding + 0.5) / (holding + 0.5));
  }

  #score(counts: ReadonlyMap<string, number>, wanted: readonly { term: string; weight: number }[]): number {
    const norm = k1 * (1 - b + (b * lengthOf(counts)) / this.#mean);
    return wanted.reduce((sum, { term, weight }) => {
      const count = counts.get(term) ?? 0;
      return sum + (weight * count * (k1 + 1)) / (count + norm);
    }, 0);
  }
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function lengthOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

import type { Document } from '@askg/contract';
import {
  type Passage,
  type PassageHit,
  type PassageIndex,
  passagesOf,
  type RankedPassage,
  type Retrieval,
  type RetrieveOptions,
  type SearchOptions,
  type TextScores,
} from '@askg/retrieval';
import { stem, wordsOf } from '../evidence/words.ts';

type Counted = { passage: Passage; counts: ReadonlyMap<string, number>; length: number };

/** BM25 constants of Robertson and Zaragoza 2009. */
const k1 = 0.9;
const b = 0.4;

/** Passages of a few papers in memory, ranked by BM25: a search for tests that need no engine. */
export class MemoryPassages implements Pick<PassageIndex, 'searchWords'> {
  readonly passages: Passage[];
  readonly #counted: Counted[];
  readonly #meanLength: number;

  constructor(papers: readonly { document: Document; key: string; graphDigest: string }[], base: string) {
    this.passages = papers.flatMap(({ document, key, graphDigest }) =>
      passagesOf(document, { base, key, graphDigest }),
    );
    this.#counted = this.passages.map((passage) => {
      const words = wordsOf(`${passage.title} ${passage.section ?? ''} ${passage.text}`).map(stem);
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      return { passage, counts, length: words.length };
    });
    const total = this.#counted.reduce((sum, { length }) => sum + length, 0);
    this.#meanLength = total / Math.max(1, this.#counted.length);
  }

  searchWords(words: string, { limit, filter }: SearchOptions): Promise<PassageHit[]> {
    const terms = [...new Set(wordsOf(words).map(stem))];
    const hits = this.#counted
      .filter(({ passage }) => filter?.papers?.has(passage.paper) ?? true)
      .map((each) => ({ passage: each.passage, score: terms.reduce((sum, term) => sum + this.#weight(each, term), 0) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, c) => c.score - a.score);
    return Promise.resolve(hits.slice(0, limit));
  }

  #weight({ counts, length }: Counted, term: string): number {
    const count = counts.get(term) ?? 0;
    if (count === 0) return 0;
    const holding = this.#counted.filter((each) => each.counts.has(term)).length;
    const rarity = Math.log(1 + (this.#counted.length - holding + 0.5) / (holding + 0.5));
    return (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / this.#meanLength));
  }
}

/** Retrieves by words alone, as the product does without a model. */
export class MemoryRetriever {
  readonly #index: MemoryPassages;

  constructor(index: MemoryPassages) {
    this.#index = index;
  }

  async retrieve(question: string, options: RetrieveOptions): Promise<Retrieval> {
    const hits = await this.#index.searchWords(question, options);
    const passages = hits.map(({ passage, score }, i): RankedPassage => ({
      ...passage,
      score,
      methods: [{ name: 'words', rank: i + 1, score }],
    }));
    const degraded = [
      { step: 'passages', wanted: 'words and vectors', used: 'words', reason: 'There is no embedder.' },
    ];
    return { passages, degraded, timings: { words: 0 } };
  }

  scoreTexts(question: string, texts: readonly string[]): Promise<TextScores> {
    const wanted = new Set(wordsOf(question).map(stem));
    const scores = texts.map((text) => {
      const stems = new Set(wordsOf(text).map(stem));
      return [...wanted].filter((word) => stems.has(word)).length / Math.max(1, wanted.size);
    });
    return Promise.resolve({ scores, method: 'words' });
  }
}

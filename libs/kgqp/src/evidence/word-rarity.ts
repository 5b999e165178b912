import type { PassageIndex } from '@askg/retrieval';
import { stem } from './words.ts';

/** Beyond so many passages a word counts as common; asking for more would cost time and tell nothing. */
const commonAt = 40;

/**
 * How rare the content words of a question are in the corpus, by stem: 1 for a word that stands in no passage, falling with
 * the logarithm of the number of passages to 0.2 for a common one (a capped inverse document frequency).
 */
export type WordRarity = ReadonlyMap<string, number>;

/** Counts in the passage index, a small search for each word. */
export async function wordRarity(
  index: Pick<PassageIndex, 'searchWords'>,
  words: readonly string[],
  options: { papers?: ReadonlySet<string>; signal?: AbortSignal } = {},
): Promise<WordRarity> {
  const filter = options.papers && { papers: options.papers };
  const counts = await Promise.all(
    words.map(async (word) => {
      const hits = await index.searchWords(word, {
        limit: commonAt,
        ...(filter ? { filter } : {}),
        ...(options.signal ? { signal: options.signal } : {}),
      });
      return [stem(word), hits.length] as const;
    }),
  );
  return new Map(counts.map(([key, count]) => [key, rarity(count)]));
}

/** 1 for no passage, 0.2 from `commonAt` passages on. */
export function rarity(passages: number): number {
  const share = Math.log1p(Math.min(passages, commonAt)) / Math.log1p(commonAt);
  return 1 - 0.8 * share;
}

/** The share of the words' rarity that a set of stems covers: 0 to 1, and 0 when there are no words to cover. */
export function coverage(weights: WordRarity, stems: ReadonlySet<string>): number {
  let covered = 0;
  let total = 0;
  for (const [key, weight] of weights) {
    total += weight;
    if (stems.has(key)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}

import type { TextScores } from '@askg/retrieval';
import { coverage, type WordRarity } from './word-rarity.ts';
import { stemsOf } from './words.ts';

/** What stands in when no scorer answers: the share of the question's rare words that each text holds. */
export function scoreByWords(rarity: WordRarity, texts: readonly string[]): TextScores {
  return { scores: texts.map((text) => coverage(rarity, stemsOf(text))), method: 'words' };
}

import type { Gold } from './gold.ts';

/** The parts that were found for a question. */
export type Split = { id: string; parts: readonly string[] };

export type SplitScore = {
  id: string;
  /** Whether it had to be split, and whether it was. */
  isGold: boolean;
  isSplit: boolean;
  hasNumber: boolean;
  /** Whether each part has the words that it should have. */
  hasWords: boolean;
};

/** Small words that say nothing of what is asked. */
const small = new Set(['the', 'of', 'that', 's', 'a']);

export function scoreSplit({ id, parts }: Gold, found: Split): SplitScore {
  const hasNumber = parts.length === found.parts.length;
  return {
    id,
    isGold: parts.length > 1,
    isSplit: found.parts.length > 1,
    hasNumber,
    hasWords: hasNumber && parts.every(({ question }, i) => keyOf(question) === keyOf(found.parts[i] ?? '')),
  };
}

function keyOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !small.has(word))
    .toSorted()
    .join(' ');
}

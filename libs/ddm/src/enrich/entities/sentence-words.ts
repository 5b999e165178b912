import type { Sentence } from '@askg/contract';
import { codePointOffsets } from '../../document/code-points.ts';
import { type Word, wordsOf } from './model/words.ts';

/** The words of a sentence without those of its citations. */
export type SentenceWords = { words: Word[]; toCodePoints: (offset: number) => number };

export function sentenceWords({ text, citations }: Pick<Sentence, 'text' | 'citations'>): SentenceWords {
  const toCodePoints = codePointOffsets(text);
  const all = wordsOf(text);
  if (citations.length === 0) return { words: all, toCodePoints };
  const isCited = ({ start, end }: Word): boolean =>
    citations.some((mark) => toCodePoints(start) < mark.end && toCodePoints(end) > mark.start);
  return { words: all.filter((word) => !isCited(word)), toCodePoints };
}

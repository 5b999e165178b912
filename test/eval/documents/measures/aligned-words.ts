import { words } from './letters.ts';
import { commonSubsequence } from './ordered.ts';
import type { Tally } from './tally.ts';

/** Sentences with fewer words are no evidence. */
const fewestWords = 5;
/** A sentence is there if words with this share of its letters are, in order: some converters glue words together. */
const enough = 0.8;

/**
 * For a truth whose sentences are not word for word those of the page (another converter left the citations out): words of
 * it that stand, in order, in the predicted text, and sentences most of whose words do.
 */
export function scoreAlignedWords(
  predicted: string,
  expected: readonly string[],
): { words: Tally; sentences: Tally; missing: string[] } {
  const sentences = expected.map(words);
  const found = words(predicted);
  const matches = commonSubsequence(sentences.flat(), found).map((at) => at >= 0);
  const missing: string[] = [];
  let from = 0;
  let counted = 0;
  for (const [i, sentence] of sentences.entries()) {
    const size = sentence.join('').length;
    const start = from;
    const there = sentence.filter((_, j) => matches[start + j]).join('').length;
    from += sentence.length;
    if (sentence.length < fewestWords) continue;
    counted++;
    if (there < enough * size) missing.push(expected[i] ?? '');
  }
  return {
    words: { matched: matches.filter(Boolean).length, predicted: found.length, expected: matches.length },
    sentences: { matched: counted - missing.length, predicted: counted, expected: counted },
    missing,
  };
}

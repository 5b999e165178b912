import { plainText } from '@askg/inference';
import type { CutText } from '../token-budget.ts';

/** Of a word the reference looks at all; so many UTF-16 units each are enough for any language. */
const unitsPerWord = 16;

/**
 * A user's text on one line: its first words joined by single spaces, special tokens made plain. So it can neither end its place
 * in a prompt nor begin a line of the list there.
 */
export function oneLine(text: string, words: number, specials: readonly string[] = []): CutText {
  const readable = text.slice(0, words * unitsPerWord).toWellFormed();
  const all = readable.split(/\s+/u).filter((word) => word !== '');
  const cut = readable.length < text.length || all.length > words;
  return { text: plainText(all.slice(0, words).join(' '), specials), cut };
}

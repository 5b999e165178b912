import { cutSentences } from '@askg/ddm';
import type { Facts } from '../facts.ts';

/**
 * Text that another converter made of a paper, one paragraph or heading a line, without citations; “title” and “abstract”
 * stand on lines of their own. Good for words in order, not for sentences word for word.
 */
export function converterTextTruth(text: string): { facts: Facts; words: string[] } {
  const lines = text.split('\n').map((line) => line.trim());
  const at = lines.indexOf('title');
  const title = at < 0 ? undefined : lines[at + 1];
  const paragraphs = lines.filter((line, i) => i > at + 1 && line.split(' ').length > 8);
  return {
    facts: title === undefined || title === '' ? {} : { title },
    words: paragraphs
      .flatMap((line) => cutSentences(line, []).map(({ start, end }) => line.slice(start, end)))
      .filter((sentence) => !isFormula(sentence)),
  };
}

/** Converters break formulas in more ways than can be told from damage. */
function isFormula(sentence: string): boolean {
  const single = sentence.split(/\s+/u).filter((word) => /^[^\p{Lu}a]$/u.test(word) && /[\p{L}\p{N}?]/u.test(word));
  return /[=∈≤≥|{}\uFFFD]|\s\?|\?\s\p{Ll}/u.test(sentence) || single.length > 2;
}

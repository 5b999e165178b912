import { genericWords, stopWords } from '../keywords/stop-words.ts';
import { singular } from '../keywords/fold-phrase.ts';
import type { Word } from './model/words.ts';

/** Words `from` to `to` (not included) of a sentence. */
export type Range = { from: number; to: number };

/** Words that a name does not begin with: it is one of many, the paper's own or a new one, but not called so. */
const openers = new Set(
  `a an the this that these those such same other another each every all any some many several both our their its his her my your
  new novel proposed existing current recent various different certain particular traditional conventional standard following above
  previous said respective present several simple`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
/** Words and signs that stand at no end of a name. */
const dangling = /^(?:of|for|in|on|with|from|by|to|and|or|as|the|a|an|via|at|[^\p{L}\p{N}(){}[\]%+#*$]|['’]s)$/iu;
const brackets: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
/** Names are not longer than this. */
const mostWords = 9;

/**
 * Ranges of words without what is no part of a name: articles, `our`, `proposed`, prepositions and signs at the ends, half a
 * pair of brackets. An abbreviation in brackets at the end becomes a range of its own. Empty where nothing is left that
 * names something: a pronoun, a number, a lone letter, only nouns that every paper uses.
 */
export function cleanSpan(words: readonly Word[], { from, to }: Range): Range[] {
  const bracketed = withoutBracket(words, { from, to });
  return bracketed.map((range) => trim(words, range)).filter((range) => isName(words.slice(range.from, range.to)));
}

/** `digital signal processor (DSP)` is two names; of other brackets only whole pairs stay. */
function withoutBracket(words: readonly Word[], { from, to }: Range): Range[] {
  const texts = words.slice(from, to).map(({ text }) => text);
  const open = texts.findIndex((text) => text in { '(': 1, '[': 1, '{': 1 });
  const close = texts.findIndex((text) => text in brackets);
  if (open < 0 && close < 0) return [{ from, to }];
  if (open < 0) return close === texts.length - 1 ? [{ from, to: to - 1 }] : [{ from: from + close + 1, to }];
  if (close < open) return [{ from, to: from + open }];
  if (close === texts.length - 1) {
    const inner = { from: from + open + 1, to: from + close };
    return open === 0 ? [inner] : [{ from, to: from + open }, inner];
  }
  return [{ from, to }];
}

function trim(words: readonly Word[], range: Range): Range {
  let { from, to } = range;
  const text = (i: number): string => words[i]?.text ?? '';
  while (from < to && (openers.has(text(from).toLowerCase()) || dangling.test(text(from)))) from++;
  while (from < to && dangling.test(text(to - 1))) to--;
  return { from, to };
}

function isName(words: readonly Word[]): boolean {
  if (words.length === 0 || words.length > mostWords) return false;
  const texts = words.map(({ text }) => text);
  if (!texts.some((text) => /\p{L}{2}|\p{Lu}\p{N}|\p{L}[+#]/u.test(text))) return false;
  return !texts.every((text) => isCommon(text));
}

function isCommon(text: string): boolean {
  const lower = text.toLowerCase();
  return (
    stopWords.has(lower) || genericWords.has(singular(lower)) || openers.has(lower) || /^[\p{N}\p{P}]+$/u.test(text)
  );
}

import { contentWords, stem } from '../../evidence/words.ts';

/** A word of a sentence. */
export type Token = {
  word: string;
  lower: string;
  stem: string;
  isContent: boolean;
  /** A comma or bracket stands before it. */
  isApart: boolean;
};

const wordPattern = /[\p{L}\p{N}]+(?:[.'’+#-][\p{L}\p{N}]+)*[+#%]*/gu;

/** The words of a text in order. A single capital within a sentence is a name (“group A”), and so is content. */
export function tokensOf(text: string): Token[] {
  let end = 0;
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }, i) => {
    const isApart = /[,;:()[\]]/.test(text.slice(end, index));
    end = index + word.length;
    return {
      word,
      lower: word.toLowerCase(),
      stem: stem(word),
      isContent: contentWords(word).length > 0 || (i > 0 && /^[A-HJ-Z]$/.test(word)),
      isApart,
    };
  });
}

/** The stems of the content words of some tokens. */
export function contentStems(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter(({ isContent }) => isContent).map((token) => token.stem));
}

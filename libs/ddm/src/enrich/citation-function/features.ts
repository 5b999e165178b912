import { citationSign } from '../linear-text/mask-citations.ts';

const token = /\ufffc|\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*|\d[\d.,]*|[^\s\p{L}\d]/gu;
/** Tokens on either side of a citation that are seen as its neighbours, wherever exactly they stand. */
const reach = 4;
/** Tokens that count as the opening of the sentence. */
const opening = 4;

/**
 * What a classifier sees of a citing sentence: its words alone, as stems, and in runs of two and three; those that open it,
 * those beside a citation; where in it the citations stand, how many they are, and how long it is. Each feature once.
 */
export function featuresOf(masked: string): string[] {
  const tokens = tokensOf(masked);
  const stems = tokens.map(stem);
  const found = new Set<string>();
  let citations = 0;
  for (const [i, word] of tokens.entries()) {
    found.add(word);
    if (i + 1 < tokens.length) found.add(`${word} ${tokens[i + 1]}`);
    if (i + 2 < tokens.length) found.add(`${word} ${tokens[i + 1]} ${tokens[i + 2]}`);
    if (/^\p{L}/u.test(word)) found.add(`~${stems[i]}`);
    if (i < opening) found.add(`^${word}`);
    if (word !== 'CIT') continue;
    citations++;
    for (const before of stems.slice(Math.max(0, i - reach), i)) found.add(`<${before}`);
    for (const after of stems.slice(i + 1, i + 1 + reach)) found.add(`>${after}`);
    found.add(`CIT@${Math.floor((4 * i) / tokens.length)}`);
  }
  found.add(`CITS=${Math.min(citations, 4)}`);
  found.add(`LEN=${Math.min(6, Math.floor(tokens.length / 10))}`);
  return [...found];
}

/** Words in small letters, a sign of its own for numbers and one for citations. */
function tokensOf(masked: string): string[] {
  return Array.from(masked.matchAll(token), ([text]) => {
    if (text === citationSign) return 'CIT';
    if (/^\d/.test(text)) return 'NUM';
    return text.toLowerCase().replaceAll('’', "'");
  });
}

/** The start of a word that its forms share, roughly. */
function stem(word: string): string {
  return word.length <= 5 ? word : word.replace(/(?:ations?|ings?|ments?|ed|es|s|ly)$/u, '').slice(0, 7);
}

import { citationSign } from '../linear-text/mask-citations.ts';

const token = /\ufffc|\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*|\d[\d.,]*|[^\s\p{L}\d]/gu;
const opening = 3;
/** The rest of a very long paragraph shows nothing new. */
const mostTokens = 250;

/**
 * What a paragraph shows of the role of its section: its words alone and in pairs, those that open it, how long it is, and how
 * dense in it are citations, numbers, pointers to figures and tables, brackets, and "we".
 * @param masked text with a sign for each citation (see `maskCitations`)
 */
export function paragraphFeatures(masked: string): string[] {
  const tokens = Array.from(masked.matchAll(token), ([text]) => folded(text)).slice(0, mostTokens);
  const found = new Set<string>();
  for (const [i, word] of tokens.entries()) {
    found.add(word);
    if (i + 1 < tokens.length) found.add(`${word} ${tokens[i + 1]}`);
    if (i < opening) found.add(`^${word}`);
  }
  for (const name of ['CIT', 'NUM', 'FIG', 'we', '(']) {
    const share = tokens.filter((word) => word === name).length / Math.max(1, tokens.length);
    found.add(`#${name}=${Math.min(4, Math.ceil(40 * share))}`);
  }
  found.add(`#LEN=${Math.min(5, Math.floor(tokens.length / 40))}`);
  return [...found];
}

function folded(text: string): string {
  if (text === citationSign) return 'CIT';
  if (/^\d/u.test(text)) return 'NUM';
  const word = text.toLowerCase().replaceAll('’', "'");
  return /^(?:figures?|figs?|tables?)$/u.test(word) ? 'FIG' : word;
}

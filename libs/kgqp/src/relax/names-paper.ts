import { contentWords, stem } from '../evidence/words.ts';

/** A phrase with a smaller share of a title's words speaks of what the paper is about, as other papers are too. */
const leastShare = 0.6;

/**
 * Whether a phrase names the paper of a title: it says the part before a colon, or at least three in five of the title's content words.
 * A phrase that only shares some words with it asks of a subject, and must not keep other papers out.
 */
export function namesPaper(phrase: string, title: string): boolean {
  const said = new Set(contentWords(phrase).map(stem));
  const [short = '', ...rest] = title.split(/:\s/u);
  return (rest.length > 0 && saysShortTitle(phrase, short, said)) || saidOf(title, said) >= leastShare;
}

/** One word before a colon may be any word, so it must be written as the title has it. */
function saysShortTitle(phrase: string, short: string, said: ReadonlySet<string>): boolean {
  return saidOf(short, said) === 1 && (contentWords(short).length > 1 || phrase.includes(short));
}

/** Share of the content words of a name that are among the stems said; 0 for a name without any. */
function saidOf(name: string, said: ReadonlySet<string>): number {
  const words = contentWords(name).map(stem);
  return words.filter((word) => said.has(word)).length / Math.max(1, words.length);
}

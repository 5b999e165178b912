import type { Support } from '@askg/contract';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { contentWords, namesOf, stem, stemsOf, wordsOf } from '../evidence/words.ts';
import { isSubset } from '../evidence/word-sets.ts';
import type { ModelClaim } from './model-claims.ts';

/** Scores how near texts are in meaning to a statement: 0 to 1, or undefined when only words can be compared. */
export type Nearness = (statement: string, texts: readonly string[]) => Promise<number[] | undefined>;

/** Support from which a claim is shown as supported, and from which it is shown at all. */
const supportedAt = 0.6;
const shownAt = 0.4;

const numberWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, String(i)]),
);
const negation = /\b(?:not|no|never|none|cannot|neither|nor|without|lacks?|fails?)\b|n['’]t\b/i;

/**
 * Holds a claim against the quotes it cites. Every number and every name in it must stand in them, or, for a name, in the
 * title or heading above them; what remains is scored by shared words and nearness in meaning.
 * @returns undefined when the claim cites nothing, says a number or name of its own, or is not supported
 */
export async function checkClaim(
  claim: ModelClaim,
  units: readonly EvidenceUnit[],
  nearness: Nearness,
): Promise<Support | undefined> {
  const cited = claim.quotes.flatMap((at) => units[at] ?? []);
  if (cited.length === 0 || claim.text === '') return undefined;
  const quotes = cited.map(({ quote }) => quote.quote);
  const text = quotes.join(' ');
  const around = [text, ...cited.flatMap(({ quote }) => [quote.title, quote.section ?? ''])].join(' ');
  if (!isSubset(numbersOf(claim.text), numbersOf(text))) return undefined;
  if (!countsTheSame(claim.text, text)) return undefined;
  if (!isSubset(new Set(namesOf(claim.text).map(stem)), stemsOf(around))) return undefined;
  const shared = share(claim.text, around);
  const near = await nearness(claim.text, [text, ...quotes]);
  const score = near === undefined ? shared : (shared + Math.max(0, ...near)) / 2;
  const method = near === undefined ? 'numbers, names, shared words' : 'numbers, names, shared words, embedding';
  if (score < shownAt) return undefined;
  // A negation on one side only turns the meaning round, which neither words nor vectors notice.
  const isTurned = negation.test(claim.text) !== negation.test(text);
  return { label: score >= supportedAt && !isTurned ? 'supported' : 'partly', score: round(score), method };
}

/** Share of the claim's content words that stand in the text. */
function share(claim: string, text: string): number {
  const stems = stemsOf(text);
  const words = contentWords(claim);
  return words.length === 0 ? 0 : words.filter((word) => stems.has(stem(word))).length / words.length;
}

/** Numbers in figures or small ones in words, without thousands separators. */
function numbersOf(text: string): Set<string> {
  const figures = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const words = wordsOf(text).flatMap((word) => numberWords.get(word.toLowerCase()) ?? []);
  // “One” is more often a pronoun or an article than a count.
  return new Set([...figures.map((figure) => figure.replaceAll(/,(?=\d{3})/g, '')), ...words.filter((n) => n !== '1')]);
}

/**
 * Whether each number of the claim that counts something counts the same in the text: “14 students” does not rest on
 * “14 weeks”. A number that no word follows, such as a year, counts nothing.
 */
function countsTheSame(claim: string, text: string): boolean {
  const counts = countsOf(text);
  return countsOf(claim).every(({ number, things: [thing] }) => {
    const counted = counts.filter((count) => count.number === number).flatMap(({ things }) => things);
    return thing === undefined || counted.length === 0 || counted.includes(thing);
  });
}

/** Each number in figures with the stems of the content words among the three words after it. */
function countsOf(text: string): { number: string; things: string[] }[] {
  const counts = text.matchAll(/(\d+(?:[.,]\d+)*)((?:[ -][\p{L}-]+){1,3})/gu);
  return [...counts].map(([, number = '', after = '']) => ({ number, things: contentWords(after).map(stem) }));
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

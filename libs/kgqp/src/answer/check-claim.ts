import type { Support } from '@askg/contract';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { contentWords, namesOf, stem, stemsOf, wordsOf } from '../evidence/words.ts';
import { isSubset } from '../evidence/word-sets.ts';
import { measuresTheSame, movesBounds, unitOf } from './measured-numbers.ts';
import type { ModelClaim } from './model-claims.ts';
import { overstates } from './overstates.ts';
import { isTurnedRound } from './turned-round.ts';

/** Scores how near texts are in meaning to a statement: 0 to 1, or undefined when only words can be compared. */
export type Nearness = (statement: string, texts: readonly string[]) => Promise<number[] | undefined>;

/** Support from which a claim is shown as supported, and from which it is shown at all. */
const supportedAt = 0.6;
const shownAt = 0.4;

const numberWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, String(i)]),
);

/**
 * Holds a claim against the quotes it cites. Every number and every name in it must stand in them, or, for a name, in the
 * title or heading above them; what remains is scored by shared words and nearness in meaning. A claim that turns round what
 * its nearest quote says, or says it more surely or more widely, is at most partly supported.
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
  if (!countsTheSame(claim.text, text) || !measuresTheSame(claim.text, text)) return undefined;
  if (!isSubset(new Set(namesOf(claim.text).map(stem)), stemsOf(around))) return undefined;
  const shared = share(claim.text, around);
  const near = await nearness(claim.text, [text, ...quotes]);
  const score = near === undefined ? shared : (shared + Math.max(0, ...near)) / 2;
  const method = near === undefined ? 'numbers, names, shared words' : 'numbers, names, shared words, embedding';
  if (score < shownAt) return undefined;
  const nearest = mostShared(claim.text, quotes);
  const isMore = isTurnedRound(claim.text, nearest) || overstates(claim.text, nearest) || movesBounds(claim.text, text);
  return { label: score >= supportedAt && !isMore ? 'supported' : 'partly', score: round(score), method };
}

/** The quote that has most of the claim's words: the one that it seems to say again. */
function mostShared(claim: string, quotes: readonly string[]): string {
  return quotes.reduce((best, quote) => (share(claim, quote) > share(claim, best) ? quote : best), quotes[0] ?? '');
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
  return [...counts].map(([, number = '', after = '']) => ({
    number,
    things: contentWords(after)
      .filter((word) => unitOf(word) === undefined)
      .map(stem),
  }));
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

import type { Support } from '@askg/contract';
import type { Quote } from '../evidence/quote.ts';
import { escapeRegExp } from '../escape-reg-exp.ts';
import { contentWords, namesOf, stem, stemsOf, wordsOf } from '../evidence/words.ts';
import { isSubset } from '../evidence/word-sets.ts';
import { doubtsAbout } from './doubts/doubts.ts';
import { measuresTheSame, unitOf } from './measured-numbers.ts';
import type { ModelClaim } from './model-claims.ts';

/** Scores how near texts are in meaning to a statement: 0 to 1, or undefined when only words can be compared. */
export type Nearness = (statement: string, texts: readonly string[]) => Promise<number[] | undefined>;

/** A unit as far as a claim can rest on it. */
export type Quoted = { quote: Pick<Quote, 'quote' | 'title' | 'section'> };

/** Support from which a claim is shown as supported, and from which it is shown at all. */
const supportedAt = 0.6;
const shownAt = 0.4;

/** Letters beyond which a claim is no sentence. */
const longest = 600;
/** Addresses and markup: a claim has none that its quotes do not have. Bounded, so that no quote makes it slow. */
const foreign = /(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}\.\w+|<\/?[a-z!][^>]{0,600}>|\]\(|javascript:/giu;

const numberWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, String(i)]),
);

/**
 * Holds a claim against the quotes it cites. Every number and every name in it must stand in them, or, for a name, in the
 * title or heading above them; what remains is scored by shared words and nearness in meaning. A claim that says the
 * opposite of its nearest quote, more than it, or the same of something else is at most partly supported; `method` names the doubt.
 * @returns undefined when the claim cites nothing, says a number or name of its own, or is not supported
 */
export async function checkClaim(
  claim: ModelClaim,
  units: readonly Quoted[],
  nearness: Nearness,
): Promise<Support | undefined> {
  const cited = claim.quotes.flatMap((at) => units[at] ?? []);
  if (cited.length === 0 || claim.text === '' || claim.text.length > longest) return undefined;
  const quotes = cited.map(({ quote }) => quote.quote);
  const text = quotes.join(' ');
  const above = cited.flatMap(({ quote }) => [quote.title, quote.section ?? '']).join(' ');
  const around = `${text} ${above}`;
  if (!isSubset(foreignParts(claim.text), foreignParts(text))) return undefined;
  if (!isSubset(numbersOf(claim.text), numbersOf(text))) return undefined;
  if (!countsTheSame(claim.text, text) || !measuresTheSame(claim.text, text)) return undefined;
  if (!isSubset(new Set(namesOf(claim.text).map(stem)), stemsOf(around))) return undefined;
  // A title says which paper speaks; what it asks or promises is no finding.
  const shared = share(claim.text, `${text} ${namesOf(above).join(' ')}`);
  const near = await nearness(claim.text, [text, ...quotes]);
  const score = near === undefined ? shared : (shared + Math.max(0, ...near)) / 2;
  const method = near === undefined ? 'numbers, names, shared words' : 'numbers, names, shared words, embedding';
  if (score < shownAt) return undefined;
  const nearest = mostShared(claim.text, quotes);
  const doubts = doubtsAbout(claim.text, { quotes, nearest, around });
  return {
    label: score >= supportedAt && doubts.length === 0 ? 'supported' : 'partly',
    score: round(score),
    method: doubts.length === 0 ? method : `${method}; in doubt: ${doubts.join(', ')}`,
  };
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

function foreignParts(text: string): Set<string> {
  return new Set(text.toLowerCase().match(foreign) ?? []);
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
    // “640 nurses, and 215 of them”: what it counts was named before.
    const isOfThem = new RegExp(String.raw`\b${escapeRegExp(number)} of (?:them|these|those|which|whom)\b`, 'u');
    return thing === undefined || counted.length === 0 || counted.includes(thing) || isOfThem.test(text);
  });
}

/** Each number in figures with the stems of the content words among the three words after it. */
function countsOf(text: string): { number: string; things: string[] }[] {
  const counts = text.matchAll(/(?<!\d[.,]?)(\d+(?:[.,]\d+)*)((?:[ -][\p{L}-]+){1,3})/gu);
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

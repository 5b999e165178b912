import { saysOpposite } from '../answer/turned-round.ts';
import { isSubset, likeness } from './word-sets.ts';
import { contentWords, namesOf, stem, stemsOf } from './words.ts';

const figure = /\d+(?:[.,]\d+)*/g;
const thousands = /(?<=\d),(?=\d{3}(?!\d))/g;
const negation = /\b(?:not|no|never|none|cannot|neither|nor|without|fail(?:s|ed)?)\b|n['’]t\b/giu;

/** What a sentence says, for holding it against another. */
export class Statement {
  /** Stems of all its words. */
  readonly stems: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly negations: number;
  readonly #text: string;
  #content: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.#text = text.replaceAll(thousands, '');
    this.stems = stemsOf(this.#text);
    this.numbers = new Set(this.#text.match(figure) ?? []);
    this.negations = text.match(negation)?.length ?? 0;
  }

  /** Stems of the words that say something. Most sentences are unlike enough to do without. */
  get content(): ReadonlySet<string> {
    return (this.#content ??= new Set(contentWords(this.#text).map(stem)));
  }

  /** Stems of its names, in order. */
  get names(): string[] {
    return namesOf(this.#text).map(stem);
  }
}

/** From this Jaccard index on two sentences say the same. */
const sameText = 0.8;
/** A longer sentence says the same when it holds this share of the shorter one's words, and the shorter is not much shorter. */
const held = 0.9;
const leastLength = 0.6;
/** With fewer words that say something, only the very same words are the same statement. */
const fewWords = 4;

/** Below this share of common words two sentences do not say the same, whatever the words are. */
const leastShared = 0.6;

/** Whether a sentence says all that another says, and hardly more: it may be cited for it. */
export function saysTheSame(one: Statement, other: Statement): boolean {
  if (!sharesWords(one, other) || !isAlike(one.numbers, other.numbers) || !agrees(one, other)) return false;
  if (Math.min(one.content.size, other.content.size) < fewWords) return isAlike(one.stems, other.stems);
  if (likeness(one.stems, other.stems) >= sameText) return true;
  return other.content.size >= leastLength * one.content.size && shareIn(other.content, one.content) >= held;
}

/** Whether a sentence says nothing that another does not say: it needs not be read after it. */
export function saysNoMore(one: Statement, other: Statement): boolean {
  if (!sharesWords(one, other) || !isSubset(one.numbers, other.numbers) || !agrees(one, other)) return false;
  if (one.content.size < fewWords) return false;
  return likeness(one.stems, other.stems) >= sameText || shareIn(one.content, other.content) >= held;
}

/** Whether two sentences speak of the same in nearly the same words, but do not say the same of it. */
export function saysOtherwise(one: Statement, other: Statement): boolean {
  if (likeness(one.stems, other.stems) < sameText) return false;
  return !isAlike(one.numbers, other.numbers) || !agrees(one, other);
}

/** Neither denies what the other says, and what has a name in both comes in the same order: A beat B is not B beat A. */
function agrees(one: Statement, other: Statement): boolean {
  if (one.negations !== other.negations || saysOpposite(one.stems, other.stems)) return false;
  const shared = (names: readonly string[], others: readonly string[]): string =>
    [...new Set(names)].filter((name) => others.includes(name)).join(' ');
  return shared(one.names, other.names) === shared(other.names, one.names);
}

function sharesWords({ stems }: Statement, other: Statement): boolean {
  const [short, long] = stems.size < other.stems.size ? [stems, other.stems] : [other.stems, stems];
  return shareIn(short, long) >= leastShared;
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && isSubset(one, other);
}

function shareIn(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of part) if (whole.has(word)) shared++;
  return shared / Math.max(1, part.size);
}

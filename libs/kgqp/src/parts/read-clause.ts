import { type Word, wordsOf } from '../linking/words.ts';
import { isArticle, isAuxiliary, isOrder, isPreposition, isPronoun, isQuestionWord, isVerb } from './clause-words.ts';
import { mask } from './mask.ts';

/** A question as its phrase that asks, its verb and what comes after. Places are indexes of words; `to` is the one after. */
export type Clause = {
  text: string;
  words: readonly Word[];
  kind: 'asking' | 'yes-no' | 'order' | 'fragment';
  /** "in which journal", "how many papers", "who". */
  phrase: { from: number; to: number };
  /** What is asked for within the phrase: "journal", "papers". */
  noun: { from: number; to: number };
  /** The auxiliary or verb right after the phrase; undefined where there is none. */
  verb: number | undefined;
};

const openers = new Set(['and', 'but', 'also', 'then', 'so', 'or', 'please']);
const longestPhrase = 10;

/** Reads a stretch of a question. Quotes count as one word. */
export function readClause(text: string): Clause {
  const words = wordsOf(mask(text));
  let from = 0;
  while (openers.has(words[from]?.plain ?? '')) from += 1;
  const first = words[from];
  const none = { phrase: { from, to: from }, noun: { from, to: from } };
  if (isAuxiliary(first)) return { text, words, kind: 'yes-no', ...none, verb: from };
  if (isOrder(first)) return { text, words, kind: 'order', ...none, verb: from };
  const asks = isPreposition(first) && isQuestionWord(words[from + 1]) ? from + 1 : from;
  if (!isQuestionWord(words[asks])) return { text, words, kind: 'fragment', ...none, verb: undefined };
  const noun = nounAfter(words, asks);
  const verb = noun.to < words.length ? noun.to : undefined;
  return { text, words, kind: 'asking', phrase: { from, to: noun.to }, noun, verb };
}

/** Whether a stretch asks something by itself: it begins with a word that asks, or with an order to tell something. */
export function asksSomething(text: string): boolean {
  return readClause(text).kind !== 'fragment';
}

/** The words of a clause as written. */
export function wordsIn({ text, words }: Pick<Clause, 'text' | 'words'>, from: number, to = words.length): string {
  const [first, last] = [words[from], words[Math.min(to, words.length) - 1]];
  if (first === undefined || last === undefined || to <= from) return '';
  return text.slice(first.start, last.end);
}

function nounAfter(words: readonly Word[], asks: number): { from: number; to: number } {
  const wh = words[asks]?.plain ?? '';
  if (['who', 'whom'].includes(wh)) return { from: asks + 1, to: asks + 1 };
  if (['when', 'where', 'why'].includes(wh)) {
    // "Where, and under which licence?" has no verb of its own.
    const isGap = !words.slice(asks).some((word) => isAuxiliary(word) || isVerb(word));
    const end = isGap ? words.length : asks + 1;
    return { from: end, to: end };
  }
  const from = ['many', 'much'].includes(words[asks + 1]?.plain ?? '') ? asks + 2 : asks + 1;
  if (isAuxiliary(words[from]) || isPronoun(words[from]) || isArticle(words[from])) return { from, to: from };
  // "What happens": a verb may follow "what" at once; after the others it is a noun that looks like one.
  if (wh === 'what' && isVerb(words[from]) && !words.slice(from, from + longestPhrase).some(isAuxiliary)) {
    return { from, to: from };
  }
  for (let to = from + 1; to < Math.min(words.length, from + longestPhrase); to += 1) {
    const word = words[to];
    if (isAuxiliary(word) || isVerb(word)) return { from, to };
    if ((isPronoun(word) || isArticle(word)) && !isPreposition(words[to - 1])) return { from, to };
  }
  return { from, to: words.length };
}

import { isSubset } from '../../evidence/word-sets.ts';
import { contentWords, stem, stemsOf } from '../../evidence/words.ts';
import type { AskedStatement } from './asked-statement.ts';
import { comparesAlike } from './comparisons.ts';
import type { ToldSentence } from './told-sentence.ts';

/**
 * A sentence that is less similar to what is asked, or holds a smaller share of its content words, does not answer it. Chosen on the
 * half of PubMedQA and SciFact that was learnt on, with the evidence that is found there: of what is told then, 14 of 17 questions
 * and 44 of 49 claims come out right (3 of these 49 are asked of abstracts that do not answer).
 */
const nearEnough = 0.7;
const holdsEnough = 0.4;

/** An opening that may mean another thing than the one asked about. */
const pointsBack =
  /^(?:this|these|those|such)\s+(?!study|paper|work|trial|analysis|review|results?|findings?|data)\p{L}+|^(?:it|they)\b(?! (?:is|was|has been) \p{L}+ that\b)/iu;

/** Whether a sentence is about what is asked, by itself. */
export function isRelevant({ text: asked }: AskedStatement, { text, near = 1 }: ToldSentence): boolean {
  if (pointsBack.test(text) || !comparesAlike(asked, text)) return false;
  if (!isSubset(numbersIn(asked), numbersIn(text))) return false;
  const wanted = contentWords(asked).map(stem);
  const held = stemsOf(text);
  return near >= nearEnough && wanted.filter((word) => held.has(word)).length >= holdsEnough * wanted.length;
}

const numberWords = new Map(
  'two three four five six seven eight nine ten'.split(' ').map((word, i) => [word, String(i + 2)]),
);

/** Numbers in figures, and small ones in words. */
function numbersIn(text: string): Set<string> {
  const figures = text.match(/(?<![\p{L}\d-])\d+(?:[.,]\d+)*/gu) ?? [];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set([
    ...figures.map((each) => each.replaceAll(/,(?=\d{3})/g, '')),
    ...words.flatMap((word) => numberWords.get(word) ?? []),
  ]);
}

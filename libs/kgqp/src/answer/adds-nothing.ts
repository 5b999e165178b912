import { contentWords, stem, stemsOf } from '../evidence/words.ts';
import { asksYesOrNo } from './polarity/asked-statement.ts';

/** Words that answer nothing by themselves. */
const vague = new Set(
  'answer certain discuss multiple number provide quote sentence several text various'.split(' ').map(stem),
);

/**
 * Whether a claim says no more than its question does: “Several data sets were used” to “Which data sets were used?”. A yes or no
 * may well be in the words of the question.
 */
export function addsNothing(claim: string, question: string): boolean {
  if (asksYesOrNo(question)) return false;
  const asked = stemsOf(question);
  return contentWords(claim).every((word) => asked.has(stem(word)) || vague.has(stem(word)));
}

import { mask } from './mask.ts';
import { asksSomething } from './read-clause.ts';

const ends = /[?!]+(?=\s|$)|;(?=\s)|\.(?=\s+[\p{Lu}\p{N}"“(])/gu;
const abbreviations = new Set(
  'dr prof mr mrs ms st fig figs tab tabs eq eqs ref refs sec no vol pp al etc vs cf approx resp ed eds'.split(' '),
);

type Piece = { text: string; end: string };

/** A question of a text with the statements that lead to it. */
export type Sentence = { context: string; text: string };

/** How a question begins that says only what is different from the one before. */
const follower = /^(?:and|but|what about|how about|its|their|if so|if yes)\b/iu;
/** An order that asks nothing of its own. */
const courtesy =
  /^(?:please\s+)?(?:explain|describe|compare|show|tell me)(?:\s+(?:this|that|it|why|how|your answer))?[.!]*$/iu;

/**
 * Cuts a text into its questions: at question marks, at semicolons between questions, and where a sentence ends. A statement
 * stays with the question after it, which it leads to; what asks nothing of its own, such as another choice, with the one before.
 */
export function cutSentences(text: string): Sentence[] {
  const questions: Sentence[] = [];
  let context = '';
  for (const { text: piece, end } of pieces(text)) {
    const last = questions.at(-1);
    const asks = asksSomething(piece) && !courtesy.test(piece);
    const isQuestion = asks || (end.startsWith('?') && (last === undefined || follower.test(piece)));
    if (last !== undefined && (/^or\b/iu.test(piece) || (!isQuestion && end.startsWith('?')))) {
      last.text = [last.text, context, piece].filter((each) => each !== '').join(' ');
      context = '';
    } else if (isQuestion) {
      questions.push({ context, text: piece });
      context = '';
    } else context = context === '' ? piece : `${context} ${piece}`;
  }
  const last = questions.at(-1);
  if (last === undefined) return [{ context: '', text }];
  if (context !== '') last.text = `${last.text} ${context}`;
  return questions;
}

function pieces(text: string): Piece[] {
  const masked = mask(text);
  const found: Piece[] = [];
  let from = 0;
  for (const { index, 0: end } of masked.matchAll(ends)) {
    if (end === '.' && isAbbreviation(masked.slice(from, index))) continue;
    found.push({ text: text.slice(from, index + (end === ';' ? 0 : end.length)).trim(), end });
    from = index + end.length;
  }
  found.push({ text: text.slice(from).trim(), end: '' });
  return found.filter((piece) => piece.text !== '');
}

function isAbbreviation(before: string): boolean {
  const word = /([\p{L}.]+)$/u.exec(before)?.[1] ?? '';
  return word.length <= 1 || word.includes('.') || abbreviations.has(word.toLowerCase());
}

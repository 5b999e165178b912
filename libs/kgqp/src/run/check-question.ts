import { KgqpError } from '../kgqp-error.ts';

/** Longest question in code points: several paragraphs. Beyond it a text is hardly one question. */
export const longestQuestion = 2_000;

/** Control, format and bidirectional override characters but for line ends and tabs: they only hide something. */
const invisible = /[\p{Cc}\p{Cf}]/gu;

/** How the forms of SPARQL begin: those with a group up to its brace, and those that name graphs. */
const sparql =
  /^(?:(?:PREFIX\s+[\w-]*:|BASE)\s*<|(?:SELECT|ASK|CONSTRUCT|DESCRIBE|INSERT|DELETE|WITH)\b[^{]*\{|(?:DROP|CLEAR|CREATE|LOAD|COPY|MOVE|ADD)\s+(?:SILENT\s+)?(?:GRAPH\s|<|(?:ALL|DEFAULT|NAMED)\s*;?$))/iu;
/** An order to change the corpus, which no question is. */
const order = /^(?:please\s+)?(?:delete|remove|erase|drop|insert|update|overwrite|rename|truncate)\s+[^?]*$/iu;

/**
 * A question as the steps work on it: one line, without invisible characters.
 * @throws KgqpError kgqp/empty-question, kgqp/question-too-long, kgqp/not-a-question, kgqp/is-sparql, kgqp/read-only
 */
export function checkQuestion(question: string): string {
  const length = Array.from(question).length;
  if (length > longestQuestion) {
    throw new KgqpError('kgqp/question-too-long', `It has ${length} characters; ${longestQuestion} are allowed.`);
  }
  const text = question.replaceAll(/\s+/gu, ' ').replaceAll(invisible, '').trim();
  if (text === '') throw new KgqpError('kgqp/empty-question', 'There is no text in it.');
  if (!/[\p{L}\p{N}]/u.test(text)) throw new KgqpError('kgqp/not-a-question', 'It holds neither letters nor digits.');
  if (sparql.test(text)) throw new KgqpError('kgqp/is-sparql', 'It is not in the words of a language.');
  if (order.test(text)) throw new KgqpError('kgqp/read-only', `It begins with “${text.split(' ', 1).join('')}”.`);
  return text;
}

/** The question as an answer repeats it: never longer than one that is allowed. */
export function echoedQuestion(question: string): string {
  const points = Array.from(question);
  return points.length > longestQuestion ? `${points.slice(0, longestQuestion).join('')}…` : question;
}

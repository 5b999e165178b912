import { isArticle, isAuxiliary, isEmbedder, isOrder, isPronoun, isSubjectStart, isVerb } from './clause-words.ts';
import { mask } from './mask.ts';
import { type Clause, readClause } from './read-clause.ts';

const joints = /(?:,\s*|\s+)(?:and|but)\s+(?:also\s+|then\s+)?|,\s+/giu;
/** "Could you tell me who …": the question is what comes after. */
const frame =
  /^(?:(?:please|can you|could you|would you)\s+)*(?:tell (?:me|us)|show me|let me know|explain(?: to me)?|i(?:'d| would)? (?:like|want) to know|i wonder|do you know)\s+(?=(?:who|what|which|when|where|why|how)\b)/iu;

/**
 * Cuts one sentence where another question of its own begins after "and": "Who wrote X and which tools does it use?". What
 * only joins words, conditions or clauses inside one question is left whole.
 */
export function cutClauses(sentence: string): string[] {
  const text = sentence.replace(frame, '');
  const isFramed = text !== sentence;
  const clauses: string[] = [];
  let from = 0;
  for (const { index, 0: joint } of mask(text).matchAll(joints)) {
    if (index < from) continue;
    const left = readClause(text.slice(from, index));
    const right = readClause(text.slice(index + joint.length));
    const isBare = !/and|but/iu.test(joint);
    if (!isWhole(left) || !isOwnQuestion(right, { left, isFramed, isBare, hasComma: joint.startsWith(',') })) continue;
    clauses.push(left.text.trim());
    from = index + joint.length;
  }
  return clauses.length === 0 ? [sentence] : [...clauses, text.slice(from).trim()];
}

/** Whether the clause asks something by itself: it has a verb besides the phrase that asks. */
function isWhole(clause: Clause): boolean {
  const { kind, verb, words, phrase } = clause;
  if (kind === 'fragment' || isSubordinate(clause)) return false;
  return kind === 'asking' ? verb !== undefined && words.length > phrase.to : words.length > 1;
}

/** "what they think", "how the method works", "when it rains": a clause inside another one. */
function isSubordinate({ kind, words, verb }: Clause): boolean {
  return kind === 'asking' && verb !== undefined && (isPronoun(words[verb]) || isArticle(words[verb]));
}

type Seam = { left: Clause; isFramed: boolean; isBare: boolean; hasComma: boolean };

function isOwnQuestion(right: Clause, { left, isFramed, isBare, hasComma }: Seam): boolean {
  const { kind, words, verb, noun } = right;
  const next = verb === undefined ? undefined : words[verb + 1];
  if (kind === 'fragment') return !isBare && hasComma && isOwned(right);
  if (kind === 'order') return !isBare && (left.kind === 'order' || ['me', 'us'].includes(next?.plain ?? ''));
  // "and is it", "and do they": without a subject it is one more verb of the question before.
  if (kind === 'yes-no') return !isBare && isPronounSubject(right);
  const asks = words[noun.from - 1]?.plain;
  // ", which is fast," only says more of what precedes.
  if (isBare && (asks === 'which' || verb === undefined)) return false;
  if (verb === undefined) return !isEmbedding(left);
  const isInverted = isAuxiliary(words[verb]) && isSubjectStart(next);
  if (isFramed) return true;
  if (isEmbedding(left)) return isInverted && !isVerbless(right);
  return !isSubordinate(right);
}

/** "and its licence", "and their authors". */
function isOwned({ words, text }: Clause): boolean {
  return words.length <= 4 && /^(?:its|their)\s/iu.test(text);
}

function isPronounSubject({ words, verb }: Clause): boolean {
  return verb !== undefined && /^(?:it|they|he|she|there)$/u.test(words[verb + 1]?.plain ?? '');
}

/** Whether a clause holds another one that begins like a question: "explains what … is". */
function isEmbedding({ words, verb, phrase }: Clause): boolean {
  return words.slice(Math.max(verb ?? 0, phrase.to)).some((word) => isEmbedder(word));
}

/** "how much memory is left": what follows the auxiliary is no subject. */
function isVerbless({ words, verb }: Clause): boolean {
  return verb !== undefined && (isVerb(words[verb + 1]) || isOrder(words[verb + 1]));
}

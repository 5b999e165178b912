import { type Antecedents, antecedentsOf } from './antecedents.ts';
import { cutClauses } from './cut-clauses.ts';
import { cutEnumeration } from './cut-enumeration.ts';
import { cutSentences } from './cut-sentences.ts';
import { type Before, fillGap } from './fill-gap.ts';
import { putIn } from './put-in.ts';
import { type Clause, readClause } from './read-clause.ts';

/** What stands between the parts, and does not belong to them. */
const edges = /^(?:(?:and|but|also|then|so|if so|if not|if yes|in that case)\b,?\s+)+|[\s,;.?!]+$/giu;
/** How a sentence begins that goes on from the one before. */
const tie = /^(?:and|but|if (?:so|not|yes))\b/iu;
/** "What about X?", "And X?" */
const otherThing = /^(?:what|how) about\s+/iu;

/**
 * The parts of a question that asks several things, each a question that stands by itself: pronouns and what was left out are
 * filled in from the parts before. One part, the question as it is, where it asks one thing.
 */
export function splitQuestion(question: string): string[] {
  const enumeration = cutEnumeration(question);
  const sentences = enumeration?.items.map((text) => ({ context: '', text })) ?? cutSentences(question);
  const pieces = sentences.flatMap(({ context, text }) =>
    cutClauses(text).map((clause, i) => {
      return { context: i === 0 ? context : '', text: trimmed(clause), isTied: i > 0 || tie.test(clause) };
    }),
  );
  if (pieces.length < 2) return [question];
  let known: Antecedents = enumeration ? introduced(enumeration.intro) : { isName: false };
  let before: Clause | undefined;
  const parts = new Set<string>();
  for (const { context, text, isTied } of pieces) {
    const part = before ? completed(text, { clause: before, known, isTied }) : putIn(text, known);
    // What cannot stand by itself shows that the cut was wrong: the question is one.
    if (part === undefined) return [question];
    before = readClause(part);
    known = knownAfter(part, known, antecedentsOf(before));
    parts.add(`${context === '' ? '' : `${context} `}${asQuestion(part)}`);
  }
  return parts.size < 2 ? [question] : [...parts];
}

function completed(piece: string, before: Before): string | undefined {
  const filled = fillGap(piece.replace(otherThing, ''), before);
  return filled === undefined ? undefined : putIn(filled, before.known);
}

/** What a part is about, with what is still known from before: what was put in whole is not read in pieces. */
function knownAfter(part: string, known: Antecedents, now: Antecedents): Antecedents {
  const isKept = now.one === undefined || (known.one !== undefined && part.includes(known.one));
  const { one, isName } = isKept ? known : now;
  const many = now.many ?? known.many;
  return { isName, ...(one === undefined ? {} : { one }), ...(many === undefined ? {} : { many }) };
}

/** What the words before a list are about: "About X: (1) …". */
function introduced(intro: string): Antecedents {
  const name = trimmed(intro.replace(/:\s*$/u, '')).replace(/^(?:about|on|for|of|in|regarding|concerning)\s+/iu, '');
  return name === '' ? { isName: false } : antecedentsOf(readClause(`what is ${name}`));
}

function trimmed(text: string): string {
  return text.trim().replaceAll(edges, '').trim();
}

function asQuestion(text: string): string {
  const isOrder = readClause(text).kind === 'order';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${isOrder ? '.' : '?'}`;
}

import type { Antecedents } from './antecedents.ts';
import { isAuxiliary, isPreposition, participleOf } from './clause-words.ts';
import { isPlural } from './noun-phrase.ts';
import { type Clause, readClause, wordsIn } from './read-clause.ts';

/** Words of what is asked for where nothing else is said: "which initial learning rate". */
const longestGap = 3;

/** The part before, what it is about, and whether the next one is tied to it by "and" or the like. */
export type Before = { clause: Clause; known: Antecedents; isTied: boolean };

/**
 * Completes a part that leaves out what the part before has said: "and in which journal?", "and when?", "and its licence?".
 * @returns undefined when it cannot be completed, and so is no question of its own
 */
export function fillGap(text: string, { clause: before, known, isTied }: Before): string | undefined {
  const clause = readClause(text);
  if (clause.kind === 'fragment') return fillFragment(clause, before, known.one);
  if (clause.kind !== 'asking') return text;
  if (clause.verb !== undefined) return withNoun(clause, before);
  // "Which vaccine protects penguins?" has a verb, though one that nothing here knows.
  const isOwn = !isTied && clause.noun.to > clause.noun.from && clause.noun.from - clause.phrase.from === 1;
  if (isOwn || clause.noun.to - clause.noun.from > longestGap) return text;
  return fillVerb(clause, before);
}

/** "In which journal", said of what the part before asks about. */
function fillVerb(clause: Clause, before: Clause): string | undefined {
  const { verb, kind, words } = before;
  const asked = wordsIn(clause, clause.phrase.from);
  if (verb === undefined || kind === 'order') return undefined;
  if (/^which ones?$/iu.test(asked) && words[verb + 1]?.plain === 'there') {
    return `which ${wordsIn(before, verb + 2)} ${words[verb]?.plain} there`;
  }
  if (kind === 'yes-no') return `${asked} ${lowerFirst(wordsIn(before, verb))}`;
  const noun = wordsIn(before, before.noun.from, before.noun.to);
  if (isAuxiliary(words[verb])) {
    // "Which data is used, and where?" asks of the data; "which data is used, and which model?" of another thing.
    const isAside =
      noun !== '' && (clause.noun.to === clause.noun.from || isPreposition(clause.words[clause.phrase.from]));
    if (!isAside) return `${asked} ${wordsIn(before, verb)}`;
    const hasSubject = /^(?:do|does|did)$/u.test(words[verb]?.plain ?? '');
    if (hasSubject) return `${asked} ${wordsIn(before, verb)} the ${noun}`;
    return `${asked} ${wordsIn(before, verb, verb + 1)} the ${noun} ${wordsIn(before, verb + 1)}`.trim();
  }
  const said = words[verb];
  const participle = said && participleOf(said);
  // "Who wrote X, and when?": what was written stands where the writer stood.
  if (participle === undefined || words[before.phrase.from]?.plain !== 'who') return undefined;
  return `${asked} was ${wordsIn(before, verb + 1)} ${participle}`;
}

/** "Which model …, and which has …?" asks for a model too. */
function withNoun(clause: Clause, before: Clause): string {
  const { words, phrase, noun, text } = clause;
  const said = wordsIn(before, before.noun.from, before.noun.to);
  const which = words[phrase.to - 1];
  if (which?.plain !== 'which' || noun.to > noun.from || said === '') return text;
  const isOneOfMany =
    isPlural(before.words[before.noun.to - 1]) && /^(?:is|was|has)$/u.test(words[phrase.to]?.plain ?? '');
  return `${text.slice(0, which.end)} ${isOneOfMany ? 'of the ' : ''}${said}${text.slice(which.end)}`;
}

function fillFragment(clause: Clause, before: Clause, one: string | undefined): string | undefined {
  const { from } = clause.phrase;
  const text = wordsIn(clause, from);
  if (/^(?:its|their)\s/iu.test(text)) return `what is ${text}`;
  // "And for X?" asks the same of another thing.
  if (one === undefined || !before.text.includes(one)) return undefined;
  const other = text.replace(/^(?:for|of|in|about|with)\s+/iu, '');
  return before.text.replace(one, other);
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

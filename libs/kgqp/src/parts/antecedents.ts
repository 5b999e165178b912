import { isArticle, isAuxiliary, isNameLike, isPreposition, isPronoun } from './clause-words.ts';
import { endOfNoun, headOf, isPlural } from './noun-phrase.ts';
import { type Clause, wordsIn } from './read-clause.ts';

/** What words of a later part may stand for. */
export type Antecedents = {
  /** "it", "its", "the paper". */
  one?: string;
  /** "they", "them", "their". */
  many?: string;
  /** Whether `one` is a name alone, without what it is. */
  isName: boolean;
};

type Things = { text: string; isMany: boolean };

/** The things that a clause is about: the one it names, and those it asks for. */
export function antecedentsOf(clause: Clause): Antecedents {
  const { words, kind, verb, phrase } = clause;
  const named = verb === undefined ? undefined : namedIn(clause, verb);
  const asked = kind === 'asking' ? askedFor(clause) : undefined;
  const askedOne = asked?.isMany === false ? asked.text : undefined;
  // "Which workshop taught optics": the workshop, and not what it taught.
  const isSubject = verb !== undefined && phrase.to === verb && (!isAuxiliary(words[verb]) || hasMost(clause, verb));
  const one = (isSubject ? askedOne : undefined) ?? named?.one ?? askedOne;
  const many = asked?.isMany ? asked.text : (mostOf(clause, asked) ?? named?.many ?? peopleOf(clause));
  return {
    ...(one === undefined ? {} : { one }),
    ...(many === undefined ? {} : { many }),
    isName: one !== undefined && one === named?.one && named.isName,
  };
}

/** The thing that is named after the verb. Of "the authors of X" X is the one, and the authors are many. */
function namedIn(clause: Clause, verb: number): Antecedents | undefined {
  const { words } = clause;
  const from = startOfNoun(clause, verb);
  const to = endOfNoun(words, from);
  if (to <= from) return undefined;
  const whole = wordsIn(clause, from, to);
  if (!isArticle(words[from])) return { one: whole, isName: true };
  const between = words.findIndex(({ plain }, i) => plain === 'between' && i > from && i < to);
  if (between > 0) return { many: wordsIn(clause, between + 1, to), isName: false };
  const of = words.findLastIndex(({ plain }, i) => plain === 'of' && i > from && i < to - 1);
  const isCopula = /^(?:is|are|was|were)$/u.test(words[verb]?.plain ?? '');
  // A person is spoken of as "they", whatever the number.
  const isPerson = isCopula && words[clause.phrase.from]?.plain === 'who';
  const isMany = isPerson || isPlural(headOf(words, from, to));
  if (isCopula && of > 0 && (isNameLike(words[of + 1]) || isArticle(words[of + 1]))) {
    const inner = { one: wordsIn(clause, of + 1, to), isName: isNameLike(words[of + 1]) };
    return isMany ? { ...inner, many: whole } : inner;
  }
  return isMany ? { many: whole, isName: false } : { one: whole, isName: false };
}

/** Where the thing begins: after the verb, "tell me about", "do I cite". */
function startOfNoun({ words, kind }: Clause, verb: number): number {
  const next = words[verb + 1];
  if (kind === 'order') {
    const at = /^(?:me|us)$/u.test(next?.plain ?? '') ? verb + 2 : verb + 1;
    return isPreposition(words[at]) ? at + 1 : at;
  }
  return isPronoun(next) && next?.plain !== 'there' ? verb + 3 : verb + 1;
}

/** "the papers that cite X" for "How many papers cite X?". */
function askedFor(clause: Clause): Things | undefined {
  const { words, noun, verb } = clause;
  const last = words[noun.to - 1];
  if (noun.to <= noun.from || last === undefined) return undefined;
  const isMany = isPlural(last);
  const head = wordsIn(clause, noun.from, noun.to);
  if (head.startsWith('of ')) return { text: head.slice('of '.length), isMany: true };
  const isAux = isAuxiliary(words[verb ?? -1]);
  // "What Argus is": the clause of somebody who is told to explain it.
  if (isAux && verb === words.length - 1) return { text: head, isMany: false };
  if (verb === undefined || (isAux && words[verb + 1]?.plain === 'there')) return { text: `the ${head}`, isMany };
  const hasSubject = /^(?:do|does|did)$/u.test(words[verb]?.plain ?? '');
  const rest = wordsIn(clause, hasSubject ? verb + 1 : verb);
  return { text: `the ${head} ${hasSubject ? '' : 'that '}${rest}`, isMany };
}

/** "the authors of the paper that has the most authors". */
function mostOf(clause: Clause, asked: Things | undefined): string | undefined {
  const { verb } = clause;
  if (asked === undefined || verb === undefined || !hasMost(clause, verb)) return undefined;
  return `the ${wordsIn(clause, verb + 3)} of ${asked.text}`;
}

function hasMost({ words }: Clause, verb: number): boolean {
  const [the, most] = words.slice(verb + 1, verb + 3).map(({ plain }) => plain);
  return the === 'the' && (most === 'most' || most === 'fewest');
}

function peopleOf(clause: Clause): string | undefined {
  const { words, phrase, verb } = clause;
  if (words[phrase.from]?.plain !== 'who' || verb === undefined || isAuxiliary(words[verb])) return undefined;
  return `the people who ${wordsIn(clause, verb)}`;
}

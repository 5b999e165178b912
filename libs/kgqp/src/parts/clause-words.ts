import type { Word } from '../linking/words.ts';

const questionWords = new Set('who whom whose what which when where why how'.split(' '));
const embedders = new Set([...questionWords, 'whether', 'if']);
const auxiliaries = new Set(
  'is are was were do does did has have had can could will would shall should may might must'.split(' '),
);
const articles = new Set('the a an this that these those any each every both all no its their his her our'.split(' '));
const pronouns = new Set('it they he she we you i there one'.split(' '));
const prepositions = new Set(
  'in on at by under for from to with of about into over through after before since until during per via'.split(' '),
);
const orders = new Set('list name give show tell explain describe compare find summarise summarize'.split(' '));
const kinds = new Set(
  `paper article study work course tutorial workshop package tool toolkit library framework parser software system model
  method algorithm approach project corpus dataset benchmark survey thesis book preprint`.split(/\s+/),
);
const verbs = new Set(
  `cite use mention contain appear discuss describe report propose introduce present address evaluate compare show teach
  write support include apply rely build make give need require offer provide develop create publish have release explain
  solve differ aim connect stand help work parse keep learn run take say find cover extend test train want consist belong
  come go deal mandate happen cause perform achieve reach obtain collect gather handle produce recommend adopt implement`.split(
    /\s+/,
  ),
);
/** Past forms, with their participles. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['wrote', 'written'],
  ['made', 'made'],
  ['built', 'built'],
  ['taught', 'taught'],
  ['gave', 'given'],
  ['took', 'taken'],
  ['ran', 'run'],
  ['found', 'found'],
  ['held', 'held'],
  ['led', 'led'],
  ['drew', 'drawn'],
  ['saw', 'seen'],
  ['began', 'begun'],
  ['said', 'said'],
  ['kept', 'kept'],
  ['came', 'come'],
  ['went', 'gone'],
  ['did', 'done'],
  ['showed', 'shown'],
]);
const participles = new Set(irregular.values());

type Plain = Pick<Word, 'plain'> | undefined;

function isIn(set: ReadonlySet<string>): (word: Plain) => boolean {
  return (word) => word !== undefined && set.has(word.plain);
}

export const isQuestionWord = isIn(questionWords);
/** Whether a clause inside another may begin with the word. */
export const isEmbedder = isIn(embedders);
export const isAuxiliary = isIn(auxiliaries);
export const isArticle = isIn(articles);
export const isPronoun = isIn(pronouns);
export const isPreposition = isIn(prepositions);
/** Whether the word tells somebody to answer: "list", "explain". */
export const isOrder = isIn(orders);
/** Whether the word says what kind of thing a named one is. */
export const isKind = isIn(kinds);

/** Whether a subject may begin with the word: "does it", "is the". */
export function isSubjectStart(word: Word | undefined): boolean {
  return isPronoun(word) || isArticle(word) || isNameLike(word);
}

/** Whether the word looks like a verb: one of those that questions about papers are made of, or one in "-ed". */
export function isVerb(word: Plain): boolean {
  if (word === undefined) return false;
  const { plain } = word;
  if (irregular.has(plain) || participles.has(plain) || /[a-z]{3}ed$/u.test(plain)) return true;
  return [plain, plain.replace(/s$/u, ''), plain.replace(/es$/u, '')].some((form) => verbs.has(form));
}

/** `written` for `wrote`; undefined where it is no past form. */
export function participleOf({ plain }: Pick<Word, 'plain'>): string | undefined {
  return irregular.get(plain) ?? (/[a-z]{2}ed$/u.test(plain) ? plain : undefined);
}

/** Whether the word is written like a name: with a capital, a digit or a sign in it. */
export function isNameLike(word: Pick<Word, 'text'> | undefined): boolean {
  return word !== undefined && /\p{Lu}|\p{N}|[._+#]/u.test(word.text);
}

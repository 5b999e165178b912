import type { Word } from '../linking/words.ts';
import type { Antecedents } from './antecedents.ts';
import { isArticle, isAuxiliary, isKind, isNameLike, isVerb } from './clause-words.ts';
import { readClause, wordsIn } from './read-clause.ts';

/** "it is that …", "it is possible to …": nothing is meant by "it". */
const openings = new Set(['to', 'that', 'because', 'whether', 'if']);
const judgements = new Set('possible true necessary hard easy worth known clear likely better'.split(' '));
/** Words of a noun that an owner is put behind rather than before. */
const shortNoun = 3;

/** Puts what a part takes from an earlier one in the place of its pronouns: "it", "their", "the paper". */
export function putIn(text: string, { one, many, isName }: Antecedents): string {
  const clause = readClause(text);
  const { words, phrase } = clause;
  let isOwn = false;
  for (const [at, word] of words.entries()) {
    if (many !== undefined && isThemselves(words, at)) return splice(text, word.start, word.end, many);
    if (at >= phrase.to && (isThing(words, at) || isNameLike(word)) && at > 0) {
      const kind = words[at + 1];
      const isBare = word.plain === 'the' && isKind(kind) && !words.slice(1, at).some(isNameLike);
      const end = words[at + 2];
      const isAlone = end === undefined || isVerb(end) || end.plain === 'of';
      if (one !== undefined && isBare && isAlone && kind) {
        if (isName) return splice(text, word.end, word.end, ` ${stripKind(one)}`);
        if (one.split(' ').includes(kind.text)) return splice(text, word.start, kind.end, one);
      }
      isOwn = true;
    }
    // What this part names itself is nearer than what an earlier one named.
    if (isOwn) return text;
    const owner = word.plain === 'its' ? one : word.plain === 'their' ? (many ?? one) : undefined;
    if (owner !== undefined) return owned(text, words, at, owner);
    const thing = word.plain === 'it' ? one : ['they', 'them'].includes(word.plain) ? (many ?? one) : undefined;
    if (thing !== undefined && !isEmpty(words, at)) return splice(text, word.start, word.end, thing);
  }
  return text;
}

function isEmpty(words: readonly Word[], at: number): boolean {
  const [next = '', later = ''] = words.slice(at + 1, at + 3).map(({ plain }) => plain);
  return openings.has(next) || (judgements.has(next) && (openings.has(later) || later === 'the'));
}

/** "which of these", "those are": not of something that follows. */
function isThemselves(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  return ['these', 'those'].includes(word?.plain ?? '') && (next === undefined || isAuxiliary(next) || isVerb(next));
}

/** Whether a thing of the part's own begins here. */
function isThing(words: readonly Word[], at: number): boolean {
  const { plain = '' } = words[at] ?? {};
  return isArticle(words[at]) && !['its', 'their', 'his', 'her'].includes(plain);
}

/** "the licence of X" where nothing follows, "X's licence" elsewhere. */
function owned(text: string, words: readonly Word[], at: number, owner: string): string {
  const [word, first, last] = [words[at], words[at + 1], words.at(-1)];
  if (word === undefined || first === undefined || last === undefined) return text;
  const rest = words.slice(at + 1);
  if (rest.length <= shortNoun && !rest.some(isVerb)) {
    return splice(text, word.start, last.end, `the ${text.slice(first.start, last.end)} of ${owner}`);
  }
  return splice(text, word.start, word.end, `${owner}'s`);
}

function stripKind(name: string): string {
  const clause = readClause(name);
  return isKind(clause.words.at(-1)) ? wordsIn(clause, 0, clause.words.length - 1) : name;
}

function splice(text: string, from: number, to: number, put: string): string {
  return `${text.slice(0, from)}${put}${text.slice(to)}`;
}

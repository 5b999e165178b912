import type { LabelMatch } from '../linking/label-match.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Meaning } from '../linking/meaning.ts';
import type { Mark } from './mark.ts';
import { unknownNames } from './unknown-names.ts';
import { type WeighedWord, weightOf } from './weighed-word.ts';
import { isYear } from './years.ts';

const mostNames = 60;
/** Each name must be tied to the rest of the question, so that one long name is likelier than two short ones. */
const perName = 0.5;

/**
 * Every stretch of the question that the lexicon or the names of the graph know.
 * @param matches what the names of the graph have in common with the question, best first
 */
export function markQuestion(words: readonly WeighedWord[], lexicon: Lexicon, matches: readonly LabelMatch[]): Mark[] {
  const names = nameMarks(words, lexicon, chosen(matches));
  const unknown = unknownNames(words).filter(
    (mark) => !names.some(({ from, to }) => from <= mark.from && to >= mark.to),
  );
  return [...lexemeMarks(words, lexicon), ...numberMarks(words), ...names, ...unknown];
}

function lexemeMarks(words: readonly WeighedWord[], lexicon: Lexicon): Mark[] {
  return words.flatMap((_, from) => {
    const marks: Mark[] = [];
    for (let to = from + 1; to <= Math.min(words.length, from + lexicon.longest); to += 1) {
      const stretch = words.slice(from, to);
      if (stretch.some(({ quoted }) => quoted)) break;
      const found = lexicon.lexemes.get(stretch.map(({ stem }) => stem).join(' '));
      if (found === undefined) continue;
      const gain = weightOf(stretch) + togetherWorth(stretch, found.meanings);
      const kinds = alternatives(found.meanings, lexicon);
      marks.push(...kinds.map((meanings): Mark => ({ kind: 'lexeme', from, to, gain, meanings })));
    }
    return marks;
  });
}

/**
 * "Methods" are things of one kind, or say what sections are like; "name" is a value, or what papers do with things. What does
 * not go together is a mark of its own.
 */
function alternatives(meanings: readonly Meaning[], { relations }: Lexicon): (readonly Meaning[])[] {
  const typed = meanings.filter((meaning) => meaning.kind === 'typed');
  const others = meanings.filter(
    (meaning) =>
      meaning.kind !== 'typed' && !(meaning.kind === 'concept' && typed.some(({ concept }) => concept === meaning.iri)),
  );
  const isValue = (meaning: Meaning): boolean =>
    meaning.kind === 'relation' &&
    meaning.noun &&
    (relations.get(meaning.relation) ?? []).every(({ to }) => to === undefined);
  const verbs = others.filter((meaning) => meaning.kind === 'relation' && !meaning.noun);
  const nouns = others.filter((meaning) => meaning.kind === 'class' || (meaning.kind === 'relation' && meaning.noun));
  const isEither = nouns.length > 0 && nouns.every(isValue);
  return [others, typed, isEither ? verbs : []].filter((some) => some.length > 0);
}

/** Words that mean something together are likelier meant so; words that tell little by themselves, a little. */
function togetherWorth(stretch: readonly WeighedWord[], meanings: readonly Meaning[]): number {
  // "The longest reference list" is one measure, and not the longest of something with a list.
  const asMeasure = stretch.length > 1 && meanings.some(({ kind }) => kind === 'superlative') ? 0.5 : 0;
  const telling = stretch.filter(({ isFiller }) => !isFiller).length;
  return asMeasure + 0.25 * Math.max(0, telling - 1) + 0.02 * (stretch.length - 1);
}

function numberMarks(words: readonly WeighedWord[]): Mark[] {
  return words.flatMap((word, from) =>
    /^\d{1,6}$/.test(word.plain) && !word.quoted
      ? [{ kind: 'number', from, to: from + 1, gain: word.weight, value: Number(word.plain) }]
      : [],
  );
}

/** The best matches, of each stretch at most two of a class: others would only crowd the readings. */
function chosen(matches: readonly LabelMatch[]): LabelMatch[] {
  const counts = new Map<string, number>();
  const kept = matches.filter(({ from, to, cls }) => {
    const key = `${from} ${to} ${cls}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) <= 2;
  });
  return kept.slice(0, mostNames);
}

function nameMarks(words: readonly WeighedWord[], lexicon: Lexicon, matches: readonly LabelMatch[]): Mark[] {
  return matches.flatMap((match) => {
    const stretch = words.slice(match.from, match.to);
    if (stretch.length === 1 && isYear(stretch[0]?.plain ?? '') && stretch[0]?.quoted === false) return [];
    // A name may be quoted whole, but does not begin inside quotes and end outside.
    if (stretch.some(({ quoted }) => quoted) && !stretch.every(({ quoted }) => quoted)) return [];
    const isOfLexicon = stretch.every(({ stem, quoted }) => !quoted && lexicon.lexemes.has(stem));
    // "Organisations" is a kind of thing before it is a word of some title.
    const isWord = stretch.length === 1 && match.kind === 'within';
    const gain =
      weightOf(stretch) *
        quality(match, stretch.filter(({ isFiller }) => !isFiller).length) *
        (isOfLexicon ? (isWord ? 0.3 : 0.6) : 1) -
      perName;
    return [{ kind: 'name', from: match.from, to: match.to, gain, match }];
  });
}

function quality({ kind, score }: LabelMatch, telling: number): number {
  if (kind === 'exact' || kind === 'short') return 1.1;
  if (kind === 'initials') return 1;
  if (kind === 'within') return telling > 1 ? 1 : 0.35 + 2.5 * (score - 0.7);
  return score;
}

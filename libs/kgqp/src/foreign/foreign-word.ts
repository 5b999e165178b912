import type { InducedLexicon } from '../induce/induced-lexicon.ts';
import type { QuestionWord } from '../linking/match-labels.ts';
import { SpellingIndex } from '../linking/spelling.ts';
import { splitWords } from '../linking/words.ts';

/** A word of a question to a foreign graph. */
export type ForeignWord = QuestionWord & {
  afterComma: boolean;
  /** What a reading loses that does without the word. */
  loss: number;
};

const mostWords = 60;
const longestText = 1_000;
const wordLoss = 0.7;
const shapeLoss = 1;
/** Words that change what a question asks, and cannot be passed over. */
const strong: ReadonlySet<string> = new Set([
  'not',
  'each',
  'average',
  'sum',
  'most',
  'fewest',
  'top',
  'last',
  'several',
]);

/** Splits a question into words, mends slips of the pen, and marks those that say nothing of a graph. */
export function foreignWords(
  question: string,
  lexicon: InducedLexicon,
  isName: (stem: string) => boolean,
): ForeignWord[] {
  const text = question.slice(0, longestText).replaceAll(/(\d)\s*[x×*]\s*(?=\d)/gu, '$1 x ');
  const all = splitWords(text).slice(0, mostWords);
  const spelling = new SpellingIndex();
  for (const stem of lexicon.stems()) if (stem.length > 3) spelling.add(stem);
  return all.map((word, i) => {
    const afterComma = i > 0 && text.slice(all[i - 1]?.end ?? 0, word.start).includes(',');
    const isKnown =
      lexicon.isFiller(word.stem) ||
      lexicon.spoken(word.stem).length > 0 ||
      isShaping(word.stem, lexicon) ||
      isName(word.stem);
    const [mended, ...others] =
      isKnown || word.plain.length < 5 || /\d/u.test(word.plain) ? [] : spelling.nearest(word.stem);
    const stem = mended !== undefined && others.length === 0 ? mended : word.stem;
    const isFiller = lexicon.isFiller(stem);
    return {
      ...word,
      stem,
      isFiller,
      afterComma,
      loss: isFiller ? (isStrong(stem, lexicon) ? shapeLoss : 0) : wordLoss,
    };
  });
}

function isShaping(stem: string, { general }: InducedLexicon): boolean {
  return [
    general.demonyms,
    general.adjectives,
    general.generic,
    general.products,
    general.comparing,
    general.numbers,
    general.ordinals,
    general.interrogatives,
  ].some((table) => table.has(stem));
}

function isStrong(stem: string, { general }: InducedLexicon): boolean {
  return (
    (general.operators.get(stem) ?? []).some((operator) => strong.has(operator)) ||
    general.generic.has(stem) ||
    general.ordinals.has(stem)
  );
}

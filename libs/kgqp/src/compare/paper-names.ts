import { ddm } from '@askg/ddm';
import type { LabelIndex } from '../linking/label-index.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { matchLabels, type QuestionWord } from '../linking/match-labels.ts';
import { weighWords } from '../planner/weighed-word.ts';
import type { NamedPapers } from './paper-facts.ts';

/** Words between two names. */
const separator = /[,;]|(?<![\p{L}\p{N}])(?:and|or|with|to|from|versus|vs\.?|against|than|&)(?![\p{L}\p{N}])/giu;
/** What papers are called beside their names. */
const kinds =
  'papers?|articles?|publications?|courses?|tutorials?|packages?|tools?|librar(?:y|ies)|frameworks?|workshops?|books?|projects?|software|toolkits?|modules?|works?';
const kind = new RegExp(`^(?:${kinds})$`, 'iu');
/** `the course on spatial data`: one certain paper, by what it is about. */
const definite = new RegExp(
  String.raw`^(?:the|this|that)\s+(?:[\p{L}-]+\s+){0,2}?(?:${kinds})\s+(?:on|about|of|for|in)\s`,
  'iu',
);
const written = /\p{Lu}|\d/u;
/** From this score on a stretch of words of a title names it, if no other title has them. */
const leastScore = 0.7;

type Placed = { iri: string; from: number; to: number; said: string };

/**
 * Finds the papers that a text names: by whole titles and the part before a colon first, then, in what is left between words
 * such as “and”, by words of one title alone.
 */
export function namedPapers(text: string, index: LabelIndex, lexicon: Lexicon): NamedPapers {
  const words = weighWords(text, lexicon, index);
  const matches = matchLabels(index, words).filter(({ cls }) => cls === ddm.Paper);
  const whole = wholeNames(matches);
  const pieces = piecesOf(text, words, whole);
  const read = pieces.map((piece) => ({ piece, found: byWords(piece, text, matches) }));
  const placed = [...whole, ...read.flatMap(({ found }) => found ?? [])].toSorted((a, b) => a.from - b.from);
  const first = new Map(placed.toReversed().map((each) => [each.iri, each]));
  const unknown = read.filter(({ piece, found }) => found === undefined && isNameLike(piece));
  return {
    papers: placed.filter((each) => first.get(each.iri) === each).map(({ iri, said }) => ({ iri, said })),
    unknown: unknown.map(({ piece }) => wordsOf(text, piece)),
  };
}

/** Names that stand whole, the longest first; none overlaps another. */
function wholeNames(matches: readonly LabelMatch[]): Placed[] {
  const sure = matches.filter((match) => ['exact', 'short', 'initials'].includes(match.kind));
  const chosen: Placed[] = [];
  for (const { from, to, said, iris } of sure.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    const [iri] = iris;
    const isFree = chosen.every((other) => to <= other.from || from >= other.to);
    if (iri !== undefined && isFree) chosen.push({ iri, from, to, said });
  }
  return chosen;
}

type Piece = { words: QuestionWord[]; from: number };

/** Runs of words between the whole names and between separators. */
function piecesOf(text: string, words: readonly QuestionWord[], whole: readonly Placed[]): Piece[] {
  const cuts = [...text.matchAll(separator)].map(({ index }) => index);
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  for (const [i, word] of words.entries()) {
    const isNamed = whole.some(({ from, to }) => i >= from && i < to);
    const end = words[i - 1]?.end ?? 0;
    const isCut = cuts.some((at) => at >= end && at < word.start) || separates(word.text);
    if (isNamed || isCut) open = undefined;
    if (isNamed || separates(word.text)) continue;
    if (open === undefined) pieces.push((open = { words: [], from: i }));
    open.words.push(word);
  }
  return pieces;
}

function separates(word: string): boolean {
  return /^(?:and|or|with|to|from|versus|vs|against|than)$/iu.test(word);
}

/** The paper whose title alone has all telling words of a piece. */
function byWords(piece: Piece, text: string, matches: readonly LabelMatch[]): Placed | undefined {
  const telling = tellingOf(piece);
  const [first, last] = [telling[0], telling.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const said = wordsOf(text, piece);
  if (!isNameLike(piece) && !definite.test(said)) return undefined;
  const fits = matches.filter(
    ({ from, to, score }) => from <= first && to > last && to <= piece.from + piece.words.length && score >= leastScore,
  );
  const [best, ...others] = fits.toSorted((a, b) => b.score - a.score);
  const [iri] = best?.iris ?? [];
  const isAlone =
    best?.iris.length === 1 && others.every((other) => other.iris.includes(iri ?? '') || other.score < best.score);
  return iri !== undefined && isAlone
    ? { iri, from: piece.from, to: piece.from + piece.words.length, said }
    : undefined;
}

/** Places of the words that tell which paper is meant. */
function tellingOf({ words, from }: Piece): number[] {
  return words.flatMap(({ isFiller, text }, i) => (isFiller || kind.test(text) ? [] : [from + i]));
}

/** Written like a name: with a capital or a digit in a word that tells. */
function isNameLike(piece: Piece): boolean {
  const telling = new Set(tellingOf(piece));
  return piece.words.some(({ text }, i) => telling.has(piece.from + i) && written.test(text));
}

function wordsOf(text: string, { words }: Piece): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}

import { Role } from '@askg/contract';
import { ddm } from '@askg/ddm';
import { defaultLexicon } from '../linking/default-lexicon.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { Item } from '../planner/item.ts';
import { markQuestion } from '../planner/mark-question.ts';
import { type WeighedWord, weighWords } from '../planner/weighed-word.ts';
import type { Outline } from '../planner/outline.ts';
import { readOutline } from '../planner/read-outline.ts';
import { type Segmentation, segment } from '../planner/segment.ts';
import { detectLanguage } from './detect-language.ts';
import type { AnalysedQuestion, QuestionConstraints } from './question.ts';

/**
 * What the words of a question say of the answer that is wanted, before any name of the graph is looked up.
 * @param text a question in words, at most some thousand characters
 */
export function analyseQuestion(text: string, lexicon: Lexicon = defaultLexicon()): AnalysedQuestion {
  const words = weighWords(text, lexicon);
  const { segmentation, outline } = likeliest(words, lexicon);
  const language = detectLanguage(text);
  const structured = isForeign(language) ? 0 : structuredness(outline, words, segmentation);
  return {
    text,
    language,
    isEnglish: language === 'en',
    shape: shapeOf(outline, structured),
    structured,
    phrases: phrasesOf(text, words, segmentation),
    constraints: constraintsOf(outline, lexicon),
  };
}

/** Of the best ways to cut the question the one whose parts go together best, and then one that asks for something known. */
function likeliest(words: readonly WeighedWord[], lexicon: Lexicon): { segmentation: Segmentation; outline: Outline } {
  const [best = { marks: [], score: 0, uncovered: [] }, ...others] = segment(words, markQuestion(words, lexicon, []));
  const equal = [best, ...others.filter(({ score }) => score === best.score)];
  const read = equal.map((segmentation) => ({ segmentation, outline: readOutline(words, segmentation, lexicon) }));
  const isText = ({ outline }: (typeof read)[number]) => Number(outline.shape === 'text');
  const [first] = read.toSorted((a, b) => b.outline.score - a.outline.score || isText(a) - isText(b));
  return first ?? { segmentation: best, outline: readOutline(words, best, lexicon) };
}

function shapeOf(outline: Outline, structured: number): AnalysedQuestion['shape'] {
  if (structured < 0.3) return 'text';
  return outline.shape === 'text' ? 'list' : outline.shape;
}

/** "Which JOSE papers …": what is asked for seems to be a paper of that name, until the name is looked up. */
function isNameLikely({ items }: Outline): boolean {
  return items.some(
    ({ senses, unknownName, isByWay }) => senses.length > 0 && unknownName !== undefined && isByWay !== true,
  );
}

function isForeign(language: string | undefined): boolean {
  return language !== undefined && language !== 'en';
}

/**
 * How sure it is that rows answer the question: what is asked for must be known to the vocabulary. Words in lower case that
 * nothing knows speak against it; those written as names may be names of the graph. Chosen on the development questions.
 */
function structuredness(outline: Outline, words: readonly WeighedWord[], { uncovered }: Segmentation): number {
  if (outline.isProse) return 0.1;
  if (outline.shape === 'text') return isNameLikely(outline) ? 0.5 : 0.1;
  const strange = uncovered.filter(
    (i) => i > 0 && !/^\p{Lu}/u.test(words[i]?.text ?? '') && words[i]?.quoted !== true,
  ).length;
  const known = outline.items.filter(({ senses }) => senses.length > 0).length;
  const named = outline.hints.filter(({ isWeak, relations }) => !isWeak && relations.length > 0).length;
  if (outline.isHeadUnknown) return 0.2;
  if (outline.shape === 'yes-no') {
    if (named > 0 || outline.comparison !== undefined) return round(Math.max(0.4, 0.75 - 0.03 * strange));
    return round(Math.max(0.15, (known > 0 ? 0.7 : 0.3) - 0.08 * strange));
  }
  const base = outline.shape === 'list' ? 0.8 : 0.9;
  return round(Math.max(0.3, base - 0.04 * strange));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Runs of words that the lexicon does not know, as written. */
function phrasesOf(text: string, words: readonly WeighedWord[], { marks, uncovered }: Segmentation): string[] {
  const strange = new Set([
    ...uncovered,
    ...marks.flatMap(({ kind, from, to }) =>
      kind === 'unknown-name' ? Array.from({ length: to - from }, (_, i) => from + i) : [],
    ),
  ]);
  const phrases: string[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!strange.has(from)) continue;
    let to = from;
    while (strange.has(to + 1) && words[to + 1]?.quoted === words[from]?.quoted) to += 1;
    phrases.push(text.slice(words[from]?.start ?? 0, words[to]?.end ?? 0));
    from = to;
  }
  return phrases;
}

function constraintsOf({ items, hints }: Outline, lexicon: Lexicon): QuestionConstraints {
  const [ranged] = items.flatMap(({ years }) => (years === undefined ? [] : [years]));
  const roles = items.flatMap((item) => (isPlace(item, hints) ? rolesOf(item, lexicon) : []));
  const papers = items.flatMap(({ unknownName, senses }) =>
    unknownName !== undefined && senses.length > 0 ? [unknownName] : [],
  );
  return {
    ...(ranged === undefined ? {} : { years: ranged }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(papers.length === 0 ? {} : { papers }),
  };
}

/** A role says where to look when its word goes with "section", or follows "in" and the like. */
function isPlace({ concepts, senses, from }: Item, hints: Outline['hints']): boolean {
  if (concepts.length === 0) return false;
  return senses.length > 0 || hints.some(({ to, isWeak }) => isWeak && to <= from && from - to <= 1);
}

/** The notations of the scheme of section roles are the roles of documents. */
function rolesOf({ concepts }: Item, { vocabulary }: Lexicon): Role[] {
  const notations = concepts.flatMap((iri) => {
    const concept = vocabulary.concepts.get(iri);
    return concept?.scheme === ddm['section-roles'] ? [concept.notation] : [];
  });
  return Role.options.filter((role) => notations.includes(role));
}

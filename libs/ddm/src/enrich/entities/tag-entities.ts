import type { Document, Mention, Role } from '@askg/contract';
import { sentencesOfDocument } from '../../document/sentences-of-document.ts';
import type { Candidate } from './candidate.ts';
import { contributedNames, nameOfTitle } from './contributed-names.ts';
import { findCandidates, nameOf } from './find-candidates.ts';
import { loadTagger } from './model/load-model.ts';
import { NameBook } from './name-book.ts';
import { RepeatedNames, isTelling } from './repeated-names.ts';
import { type SentenceWords, sentenceWords } from './sentence-words.ts';
import { setMentions } from './set-mentions.ts';

/** Code units of a sentence; what is longer is no sentence but a table or listing that was run together. */
const longest = 5000;
/** What is less sure is left out: two in three of such spans are wrong. */
const least = 0.2;
/** A name that is this sure somewhere is looked for in the whole paper. */
const sure = 0.6;
/** Where only the words of such a name are met again. */
const repeatScore = 0.42;
/** Where the words are those of the name that the title begins with. */
const titleScore = 0.8;

/**
 * Finds what a paper names (`Sentence.mentions`): problems, methods, its own solutions, tools, data sets, other resources,
 * measures, languages. A mention's `label` is that of its entity, one for all forms of a name in the paper, abbreviations
 * of `document.abbreviations` included; its `score`, from 0 to 1, is how likely the tagger finds the span, less where only
 * the same words were found again. Listings, what is hidden from readers of the page, and what is too long for a sentence
 * are left out. Section roles must have been assigned. Mentions that were there are replaced.
 */
export function tagEntities(document: Document): Document {
  const tagger = loadTagger();
  const names = new NameBook(document.abbreviations ?? []);
  const sentences: (SentenceWords & { id: string; text: string; role: Role; candidates: Candidate[] })[] = [];
  for (const { sentence, kind, role } of sentencesOfDocument(document)) {
    if (kind === 'code' || sentence.flags?.includes('hidden') || sentence.text.length > longest) continue;
    const found = sentenceWords(sentence);
    const candidates = findCandidates(found.words, sentence.text, tagger).filter(({ score }) => score >= least);
    for (const candidate of candidates) names.add(candidate);
    sentences.push({ ...found, id: sentence.id, text: sentence.text, role, candidates });
  }

  const keys = names.sureKeys(sure).filter((key) => isTelling(key, names.forms(key)));
  const titleName = nameOfTitle(document.title);
  const titleKey = titleName === undefined ? [] : [names.keyOf(titleName)];
  const repeats = new RepeatedNames([...keys, ...titleKey]);
  const keyOf = (name: string): string => names.keyOf(name);
  for (const { words, text, candidates } of sentences) {
    const isFree = (i: number): boolean => !candidates.some(({ from, to }) => i >= from && i < to);
    for (const range of repeats.find(words, isFree)) {
      const name = nameOf(words, range, text);
      const key = keyOf(name);
      const score = titleKey.includes(key) ? titleScore : repeatScore;
      const candidate = { ...range, name, type: names.type(key), isTold: false, score };
      candidates.push(candidate);
      names.add(candidate);
    }
  }
  names.contribute(contributedNames(sentences, keyOf), titleName);

  const mentions = new Map<string, Mention[]>();
  for (const { id, candidates, ...sentence } of sentences) {
    const found = candidates.map((each) => mentionOf(each, sentence, names)).toSorted(byPlace);
    if (found.length > 0) mentions.set(id, found);
  }
  return setMentions(document, mentions);
}

function mentionOf(
  { from, to, name, score }: Candidate,
  { words, toCodePoints }: SentenceWords,
  names: NameBook,
): Mention {
  const key = names.keyOf(name);
  return {
    start: toCodePoints(words[from]?.start ?? 0),
    end: toCodePoints(words[to - 1]?.end ?? 0),
    type: names.type(key),
    label: names.label(key),
    score: Math.round(score * 1000) / 1000,
  };
}

function byPlace(a: Mention, b: Mention): number {
  return a.start - b.start;
}

import { gap, letters } from '../measures/letters.ts';
import type { Truth } from './read-truth.ts';

/** A truth fewer of whose sentences stand on the pages is that of another version of the paper. */
const fewest = 0.7;
/** A metadata file may hold markup that is printed in another way. */
const fewestOfAbstract = 0.5;
const longEnough = 25;

/**
 * What of a truth is about these pages, by the text that an independent extractor finds on them: nothing of a text that
 * belongs to another version, and no abstract that is not printed.
 */
export function truthOnPage(truth: Truth, pageText: string): { truth: Truth; skipped?: string } {
  const text = letters(pageText);
  const { abstract, ...rest } = truth.facts;
  const facts = abstract === undefined || isPrinted(abstract, text) ? truth.facts : rest;
  const sentences = (facts.paragraphs ?? [])
    .filter(({ kind }) => kind !== 'code')
    .flatMap((paragraph) => paragraph.sentences)
    .filter((sentence) => !sentence.includes(gap) && letters(sentence).length >= longEnough);
  const found = sentences.filter((sentence) => text.includes(letters(sentence))).length;
  if (sentences.length === 0 || found >= fewest * sentences.length) return { truth: { ...truth, facts } };
  return {
    truth: { kind: truth.kind, facts: {} },
    skipped: `another version: ${found} of ${sentences.length} sentences on the pages`,
  };
}

/** An introduction may open with the words of an abstract that is not printed. */
function isPrinted(abstract: string, text: string): boolean {
  const sentences = abstract.split(/(?<=[.?!])\s+/u).filter((sentence) => letters(sentence).length >= longEnough);
  const found = sentences.filter((sentence) => text.includes(letters(sentence))).length;
  return sentences.length > 0 && found >= fewestOfAbstract * sentences.length;
}

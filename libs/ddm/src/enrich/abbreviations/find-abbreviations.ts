import type { Abbreviation, Document, Paragraph, Section, Sentence } from '@askg/contract';
import { foldPhrase } from '../keywords/fold-phrase.ts';
import { type Definition, findDefinitions } from './find-definitions.ts';
import { glossaryEntries, isGlossary } from './glossary.ts';
import { withoutMarks } from './without-marks.ts';

/**
 * Lists the abbreviations that a paper defines, each with the sentence that defines it first. They hold in this paper only:
 * what stands for something else elsewhere is another entry of another paper. Kept as printed; a plural `s` of the short
 * form is left out. Two long forms that differ in case, hyphens or plural are one.
 */
export function findAbbreviations(document: Document): Document {
  const found = new Map<string, Abbreviation>();
  const add = ({ short, long }: Definition, { id }: Sentence): void => {
    const key = `${short}\n${foldPhrase(long)}`;
    if (!found.has(key)) found.set(key, { short, long, sentence: id });
  };
  const read = (sentence: Sentence, inGlossary: boolean, term?: string): void => {
    if (sentence.flags?.includes('hidden')) return;
    const text = withoutMarks(sentence);
    const entries = glossaryEntries(term === undefined ? text : `${term}: ${text}`, inGlossary);
    for (const definition of entries.length > 0 ? entries : findDefinitions(text)) add(definition, sentence);
  };
  const paragraphs = (list: readonly Paragraph[], inGlossary = false): void => {
    for (const { sentences, heading, kind } of list) {
      if (kind === 'code') continue;
      sentences.forEach((sentence, i) => read(sentence, inGlossary, inGlossary && i === 0 ? heading : undefined));
    }
  };
  const section = ({ heading, paragraphs: own, sections }: Section): void => {
    paragraphs(own, isGlossary(heading));
    sections.forEach(section);
  };

  paragraphs(document.abstract);
  document.sections.forEach(section);
  for (const { caption } of document.figures) for (const sentence of caption) read(sentence, false);
  for (const { caption, notes = [] } of document.tables) {
    for (const sentence of caption) read(sentence, false);
    paragraphs(notes);
  }
  for (const { paragraphs: notes } of document.footnotes) paragraphs(notes);

  const { abbreviations: _, ...rest } = document;
  return found.size === 0 ? rest : { ...rest, abbreviations: [...found.values()] };
}

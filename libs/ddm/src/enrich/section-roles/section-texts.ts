import type { Section } from '@askg/contract';
import { maskCitations } from '../linear-text/mask-citations.ts';
import { utf16Spans } from '../linear-text/utf16-spans.ts';

/** Shorter paragraphs, in signs, show too little. */
const shortest = 80;

/** The masked paragraphs of a section, and of those inside it that have the same role, in order; without code. */
export function sectionTexts(section: Section): string[] {
  const own = section.paragraphs
    .filter(({ kind }) => kind !== 'code')
    .map(({ sentences }) =>
      sentences.map(({ text, citations }) => maskCitations(text, utf16Spans(text, citations))).join(' '),
    );
  const inner = section.sections.filter(({ role }) => role === section.role).flatMap(sectionTexts);
  return [...own.filter(({ length }) => length > shortest), ...inner];
}

/** Length of a section in signs, with all that stands in it. */
export function sectionLength({ paragraphs, sections }: Section): number {
  const own = paragraphs.flatMap(({ sentences }) => sentences).reduce((sum, { text }) => sum + text.length, 0);
  return sections.reduce((sum, section) => sum + sectionLength(section), own);
}

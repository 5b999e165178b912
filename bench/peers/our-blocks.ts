import type { Document, Section } from '@askg/contract';
import type { Block } from './score-blocks.ts';

/** Our document as blocks, in the order in which its Markdown has them. */
export function ourBlocks({ title, abstract, sections, references }: Document): Block[] {
  return [
    ['head', title],
    ...abstract.map(({ sentences }): Block => ['text', sentences.map(({ text }) => text).join(' ')]),
    ...sections.flatMap(sectionBlocks),
    ['head', 'References'],
    ...references.map(({ raw }): Block => ['text', raw]),
  ];
}

function sectionBlocks({ heading, paragraphs, sections }: Section): Block[] {
  return [
    ...(heading === '' ? [] : [['head', heading] as const]),
    ...paragraphs.map((paragraph): Block => [
      'text',
      [paragraph.heading ?? '', ...paragraph.sentences.map(({ text }) => text)].join(' ').trim(),
    ]),
    ...sections.flatMap(sectionBlocks),
  ];
}

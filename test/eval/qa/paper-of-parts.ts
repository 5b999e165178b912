import type { Paragraph, Section } from '@askg/contract';
import { abstractOf } from '../../../bench/retrieval/bench-library.ts';
import { cutSentences } from '@askg/ddm';
import type { SetPaper } from './qa-set.ts';

/** A part of a paper: paragraphs that are cut into sentences, or such as are lists of sentences already. */
export type PaperPart = { heading: string; paragraphs: readonly (string | readonly string[])[] };

/** A paper of plain text. Its first part with words stands for its abstract. */
export function paperOfParts(set: string, id: string, title: string, parts: readonly PaperPart[]): SetPaper {
  const sections = parts.map(({ heading, paragraphs }, i) => ({
    id: `s${i + 1}`,
    heading,
    depth: 1,
    role: 'other' as const,
    sections: [],
    paragraphs: paragraphs.map((paragraph, j) => ({
      id: `s${i + 1}/p${j + 1}`,
      kind: 'text' as const,
      sentences: sentencesOf(paragraph).map((text, k) => ({
        id: `s${i + 1}/p${j + 1}/t${k + 1}`,
        text,
        boxes: [],
        citations: [],
      })),
    })),
  }));
  const document = { ...abstractOf(`${set}.${id.replaceAll(/[^a-z0-9.-]+/gi, '-')}`, title, []), sections };
  const opening = sections.find(({ paragraphs }) => paragraphs.length > 0)?.paragraphs ?? [];
  return { id, document, opening: opening.flatMap(({ sentences }) => sentences.map(({ text }) => text)) };
}

/** All sentences of a paper, in order: those of its abstract, of its sections, and of its captions. */
export function allSentences({
  document: { abstract, sections, figures, tables },
}: Pick<SetPaper, 'document'>): string[] {
  const captions = [...figures, ...tables].map(({ caption: sentences }) => ({ sentences }));
  const blocks = [...abstract, ...sections.flatMap(paragraphsOf), ...captions];
  return blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text));
}

/** Its paragraphs in the same order, each as one text. */
export function allParagraphs({ document: { abstract, sections } }: Pick<SetPaper, 'document'>): string[] {
  return [...abstract, ...sections.flatMap(paragraphsOf)].map(textOf);
}

/** What stands beside its paragraphs: captions, rows of tables, and notes. */
export function allFloatTexts({ document: { figures, tables, footnotes } }: Pick<SetPaper, 'document'>): string[] {
  const captions = [...figures, ...tables].map(({ caption: sentences }) => textOf({ sentences }));
  const rows = tables.flatMap((table) => table.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')));
  const notes = [...tables.flatMap((table) => table.notes ?? []), ...footnotes.flatMap(({ paragraphs }) => paragraphs)];
  return [...captions, ...rows, ...notes.map(textOf)];
}

function textOf({ sentences }: Pick<Paragraph, 'sentences'>): string {
  return sentences.map(({ text }) => text).join(' ');
}

function paragraphsOf({ paragraphs, sections }: Section): Paragraph[] {
  return [...paragraphs, ...sections.flatMap(paragraphsOf)];
}

function sentencesOf(paragraph: string | readonly string[]): string[] {
  if (typeof paragraph !== 'string') return paragraph.map((text) => text.trim()).filter((text) => text !== '');
  return cutSentences(paragraph, []).map(({ start, end }) => paragraph.slice(start, end).trim());
}

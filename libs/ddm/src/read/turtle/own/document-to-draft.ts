import type { Document, Footnote, Paragraph, Section, Table } from '@askg/contract';
import type {
  DraftBlock,
  DraftDocument,
  DraftFootnote,
  DraftParagraph,
  DraftSection,
  DraftTable,
} from '../../../document/draft.ts';
import { markedText, sentencesText } from './text-to-draft.ts';

/**
 * The draft from which a document is built again as it is, but for what enrichers add: they find that anew. Floats stand at
 * the end of their section, where they get the same numbers again.
 */
export function documentToDraft(document: Document): DraftDocument {
  const { schema: _, key: _key, digest: _digest, topics: _topics, abbreviations: _short, ...rest } = document;
  const { sections, figures: _figures, tables: _tables, formulas: _formulas, footnotes, ...draft } = rest;
  return {
    ...draft,
    abstract: document.abstract.map(toParagraph),
    blocks: [...sections.map((section) => toSection(section, document)), ...footnotes.map(toFootnote)],
    references: document.references.map(({ id, ...reference }) => ({ ...reference, sourceIds: [id] })),
  };
}

function toSection(section: Section, document: Document): DraftSection {
  const heading = markedText(section.heading, section.citations);
  const whole = { start: 0, end: section.heading.length };
  for (const box of section.boxes ?? []) heading.marks.push({ kind: 'box', box, ...whole });
  return {
    type: 'section',
    ...(section.number === undefined ? {} : { number: section.number }),
    heading,
    role: section.role,
    blocks: [
      ...section.paragraphs.map(toParagraph),
      ...floatsOf(section.id, document),
      ...section.sections.map((child) => toSection(child, document)),
    ],
  };
}

function floatsOf(section: string, { figures, tables, formulas }: Document): DraftBlock[] {
  const isHere = (float: { section?: string }): boolean => float.section === section;
  return [
    ...figures.filter(isHere).map(({ label, caption, boxes }): DraftBlock => ({
      type: 'figure',
      ...(label === undefined ? {} : { label }),
      caption: sentencesText(caption),
      boxes,
    })),
    ...tables.filter(isHere).map(toTable),
    ...formulas.filter(isHere).map(({ id: _id, section: _section, ...formula }): DraftBlock => ({
      type: 'formula',
      ...formula,
    })),
  ];
}

function toTable({ label, caption, rows, notes = [], boxes }: Table): DraftTable {
  return {
    type: 'table',
    ...(label === undefined ? {} : { label }),
    caption: sentencesText(caption),
    rows: rows.map(({ cells, ...row }) => ({
      ...row,
      cells: cells.map(({ text, citations, ...cell }) => ({ ...cell, content: markedText(text, citations) })),
    })),
    notes: notes.map(toParagraph),
    boxes,
  };
}

function toParagraph({ kind, heading, list, sentences }: Paragraph): DraftParagraph {
  return {
    type: 'paragraph',
    kind,
    ...(heading === undefined ? {} : { heading }),
    ...(list === undefined ? {} : { list }),
    content: sentencesText(sentences),
  };
}

function toFootnote({ label, paragraphs }: Footnote): DraftFootnote {
  return { type: 'footnote', ...(label === undefined ? {} : { label }), paragraphs: paragraphs.map(toParagraph) };
}

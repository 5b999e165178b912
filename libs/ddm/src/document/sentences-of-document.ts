import type { Document, Paragraph, Role, Section, Sentence } from '@askg/contract';

/** A sentence, the kind of its paragraph, and the role of the section that it stands in. */
export type PlacedSentence = { sentence: Sentence; kind: Paragraph['kind']; role: Role };

/** All sentences of a paper in order: abstract, sections, captions of figures, those of tables with notes, footnotes. */
export function* sentencesOfDocument(document: Document): Generator<PlacedSentence> {
  yield* inParagraphs(document.abstract, 'abstract');
  for (const section of document.sections) yield* inSection(section);
  for (const { caption } of document.figures) yield* inCaption(caption);
  for (const { caption, notes = [] } of document.tables) {
    yield* inCaption(caption);
    yield* inParagraphs(notes, 'other');
  }
  for (const { paragraphs } of document.footnotes) yield* inParagraphs(paragraphs, 'other');
}

function* inSection({ role, paragraphs, sections }: Section): Generator<PlacedSentence> {
  yield* inParagraphs(paragraphs, role);
  for (const section of sections) yield* inSection(section);
}

function* inParagraphs(paragraphs: readonly Paragraph[], role: Role): Generator<PlacedSentence> {
  for (const { kind, sentences } of paragraphs) for (const sentence of sentences) yield { sentence, kind, role };
}

function* inCaption(caption: readonly Sentence[]): Generator<PlacedSentence> {
  for (const sentence of caption) yield { sentence, kind: 'caption', role: 'other' };
}

import type { CitationMark, Document, Paragraph, Section, Sentence } from '@askg/contract';

/** Each text of the running part of a document that stands by itself: headings, labels, paragraphs, cells. */
export function documentUnits(document: Document): string[] {
  const units: (string | undefined)[] = [];
  const sentences = (list: readonly Sentence[]): void => void units.push(list.map(({ text }) => text).join(' '));
  const paragraph = ({ heading, list, sentences: own }: Paragraph): void => {
    units.push(heading, list?.marker);
    sentences(own);
  };
  const section = ({ number, heading, paragraphs, sections }: Section): void => {
    units.push(number, heading);
    paragraphs.forEach(paragraph);
    sections.forEach(section);
  };
  document.sections.forEach(section);
  for (const { label, caption } of document.figures) {
    units.push(label);
    sentences(caption);
  }
  for (const { label, caption, rows, notes } of document.tables) {
    units.push(label, ...rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
    sentences(caption);
    notes?.forEach(paragraph);
  }
  for (const { label, text } of document.formulas) units.push(label, text);
  for (const { label, paragraphs } of document.footnotes) {
    units.push(label);
    paragraphs.forEach(paragraph);
  }
  return units.filter((unit) => unit !== undefined && unit !== '') as string[];
}

/** All citation marks of a document, wherever they stand. */
export function documentCitations(document: Document): CitationMark[] {
  const inParagraphs = (list: readonly Paragraph[]): CitationMark[] =>
    list.flatMap(({ sentences }) => sentences.flatMap(({ citations }) => citations));
  const inSections = (list: readonly Section[]): CitationMark[] =>
    list.flatMap(({ citations, paragraphs, sections }) => [
      ...(citations ?? []),
      ...inParagraphs(paragraphs),
      ...inSections(sections),
    ]);
  return [
    ...inParagraphs(document.abstract),
    ...inSections(document.sections),
    ...document.figures.flatMap(({ caption }) => caption.flatMap(({ citations }) => citations)),
    ...document.tables.flatMap(({ caption, rows, notes }) => [
      ...caption.flatMap(({ citations }) => citations),
      ...rows.flatMap(({ cells }) => cells.flatMap(({ citations }) => citations ?? [])),
      ...inParagraphs(notes ?? []),
    ]),
    ...document.footnotes.flatMap(({ paragraphs }) => inParagraphs(paragraphs)),
  ];
}

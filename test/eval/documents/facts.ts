import type { Document, Paragraph, Reference, Section, Sentence } from '@askg/contract';

export type HeadingFact = { text: string; depth: number };
export type ParagraphFact = { kind: Paragraph['kind']; sentences: readonly string[] };
export type CaptionFact = { kind: 'figure' | 'table'; text: string };
/** `references` are positions in the reference list, one for each work that the text cites, in the order of the text. */
export type ReferenceFact = Partial<Omit<Reference, 'id' | 'boxes' | 'label'>>;

/** What of a paper is compared. A truth leaves out what it does not know; a prediction has all. */
export type Facts = {
  title?: string;
  authors?: readonly string[];
  orcids?: readonly string[];
  abstract?: string;
  headings?: readonly HeadingFact[];
  /** Running text, headings left out. */
  paragraphs?: readonly ParagraphFact[];
  captions?: readonly CaptionFact[];
  /** Texts of the cells that are not empty, table by table. */
  cells?: readonly (readonly string[])[];
  references?: readonly ReferenceFact[];
  citations?: readonly number[];
};

/** What a document says of each of them. */
export function factsOf(document: Document): Required<Facts> {
  const sections = flatten(document.sections);
  const order = new Map(document.references.map(({ id }, i) => [id, i]));
  const running = [document.abstract, ...sections.map(({ paragraphs }) => paragraphs)].flat();
  return {
    title: document.title,
    authors: document.contributors.filter(({ role }) => role === 'author').map(({ name }) => name),
    orcids: document.contributors.flatMap(({ orcid }) => orcid ?? []),
    abstract: document.abstract.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(' '),
    headings: sections.flatMap(({ heading, depth }) => (heading === '' ? [] : [{ text: heading, depth }])),
    paragraphs: sections.flatMap(({ paragraphs }) =>
      paragraphs.map(({ kind, heading, sentences }) => ({
        kind,
        sentences: [...(heading === undefined ? [] : [heading]), ...sentences.map(({ text }) => text)],
      })),
    ),
    captions: [
      ...document.figures.map(({ caption }) => ({ kind: 'figure' as const, text: textOf(caption) })),
      ...document.tables.map(({ caption }) => ({ kind: 'table' as const, text: textOf(caption) })),
    ],
    cells: document.tables.map(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ text }) => text).filter((text) => text.trim() !== '')),
    ),
    references: document.references,
    citations: running.flatMap(({ sentences }) =>
      sentences.flatMap(({ citations }) =>
        citations.flatMap((each) => each.references.map((id) => order.get(id) ?? -1)),
      ),
    ),
  };
}

/** Words of the running text, captions, notes and references. */
export function wordCount(document: Document): number {
  const { abstract, paragraphs, captions, references } = factsOf(document);
  const notes = document.footnotes.flatMap((note) => note.paragraphs);
  const texts = [
    abstract,
    ...paragraphs.flatMap(({ sentences }) => sentences),
    ...captions.map(({ text }) => text),
    ...notes.map(({ sentences }) => textOf(sentences)),
    ...references.map(({ raw = '' }) => raw),
  ];
  return texts.join(' ').split(/\s+/u).length;
}

/** All sections of a paper in the order of its text. */
export function flatten(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flatten(section.sections)]);
}

function textOf(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join(' ');
}

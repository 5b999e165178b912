import type {
  Box,
  Contributor,
  Finding,
  Format,
  Identifiers,
  Paragraph,
  Place,
  PublicationDate,
  Reference,
  Role,
  StatusNotice,
  TableRow,
} from '@askg/contract';

/** A half-open range of a text, in UTF-16 code units (the unit of JavaScript strings). */
export type Span = { start: number; end: number };

/**
 * What a reader knows of a stretch of text.
 * - `citation`: a marker that cites; `targets` are the source's own ids of the cited references.
 * - `atom`: no sentence ends inside (a formula, a piece of code, a link).
 * - `break`: empty; one sentence ends and another begins here, however the text is punctuated (the title of a caption
 *   before its first paragraph).
 * - `box`: where the stretch stands on its page.
 * - `hidden`, `suspicious`: text a reader of the page would not see, or should not trust.
 */
export type Mark =
  | (Span & { kind: 'citation'; targets: string[] })
  | (Span & { kind: 'atom' | 'break' })
  | (Span & { kind: 'box'; box: Box })
  | (Span & { kind: 'hidden' | 'suspicious' });

/** Text with single spaces and no space at its ends (see `DraftTextBuilder`), and marks in order of `start`. */
export type DraftText = { text: string; marks: Mark[] };

export type DraftParagraph = {
  type: 'paragraph';
  kind: Paragraph['kind'];
  heading?: string;
  list?: NonNullable<Paragraph['list']>;
  content: DraftText;
};

export type DraftSection = {
  type: 'section';
  number?: string;
  heading: DraftText;
  /** Only where the source says so; the section-role enricher decides the rest. */
  role?: Role;
  blocks: DraftBlock[];
};

export type DraftFigure = { type: 'figure'; label?: string; caption: DraftText; boxes: Box[] };

export type DraftCell = { content: DraftText; rowSpan: number; columnSpan: number };

export type DraftTable = {
  type: 'table';
  label?: string;
  caption: DraftText;
  rows: (Pick<TableRow, 'header' | 'boxes'> & { cells: DraftCell[] })[];
  notes: DraftParagraph[];
  boxes: Box[];
};

export type DraftFormula = {
  type: 'formula';
  label?: string;
  text: string;
  tex?: string;
  mathml?: string;
  boxes: Box[];
};

export type DraftFootnote = { type: 'footnote'; label?: string; paragraphs: DraftParagraph[] };

/** In reading order. Floats and footnotes stand where the source has them; the builder lifts them out. */
export type DraftBlock = DraftParagraph | DraftSection | DraftFigure | DraftTable | DraftFormula | DraftFootnote;

/** `sourceIds` are all ids by which the source's citations may point at this entry. */
export type DraftReference = Omit<Reference, 'id'> & { sourceIds: string[] };

/** What a reader makes of a source: the document before it has ids, sentences and resolved citations. */
export type DraftDocument = {
  format: Format;
  language?: string;
  title: string;
  abstract: DraftParagraph[];
  identifiers: Identifiers;
  venue?: string;
  date?: PublicationDate;
  licence?: string;
  keywords: string[];
  contributors: Contributor[];
  /** Where texts of the metadata stand, each once; only readers of pages know. */
  places?: Place[];
  /** What it says of other articles, where it is a notice; as `inNoticeOrder` puts it. */
  notices?: StatusNotice[];
  blocks: DraftBlock[];
  references: DraftReference[];
  findings: Finding[];
};

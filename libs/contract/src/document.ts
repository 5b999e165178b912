import { z } from 'zod';
import { StatusName } from './publication-status.ts';
import { Box, Digest } from './values.ts';

export const Format = z.enum(['pdf', 'jats', 'tei', 'latex', 'html', 'markdown', 'ddm-turtle', 'ddm-json']);
export type Format = z.infer<typeof Format>;

/** The rhetorical role of a section. */
export const Role = z.enum([
  'abstract',
  'introduction',
  'related-work',
  'method',
  'experiment',
  'result',
  'discussion',
  'conclusion',
  'acknowledgement',
  'appendix',
  'references',
  'other',
]);
export type Role = z.infer<typeof Role>;

export const EntityType = z.enum([
  'research-problem',
  'method',
  'solution',
  'tool',
  'resource',
  'dataset',
  'metric',
  'language',
  'other',
]);
export type EntityType = z.infer<typeof EntityType>;

/** Path of a unit below its paper: ordinals only, whatever number the page prints (`s2/p3/t1`, `fig1`, `tab2/r4`). */
export const SegmentId = z.string().regex(/^[a-z]+[0-9]*(\/[a-z]+[0-9]+)*$/);
export type SegmentId = z.infer<typeof SegmentId>;

/** Something noticed while reading: text that was left out, a reference that points nowhere. */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  page: z.int().min(1).exactOptional(),
  amount: z.number().exactOptional(),
});
export type Finding = z.infer<typeof Finding>;

const offset = z.int().min(0);

/**
 * A citation marker in a text. `start` and `end` are offsets in code points of that text; `references` are the ids of
 * the cited references, in the order of the list. The marker that closes a printed range carries the range's inner members.
 */
export const CitationMark = z.object({
  marker: z.string(),
  start: offset,
  end: offset,
  references: z.array(SegmentId),
  function: z.string().exactOptional(),
});
export type CitationMark = z.infer<typeof CitationMark>;

/** A named thing in a text; offsets in code points. */
export const Mention = z.object({
  start: offset,
  end: offset,
  type: EntityType,
  label: z.string(),
  score: z.number(),
});
export type Mention = z.infer<typeof Mention>;

export const Sentence = z.object({
  id: SegmentId,
  text: z.string(),
  boxes: z.array(Box),
  citations: z.array(CitationMark),
  mentions: z.array(Mention).exactOptional(),
  flags: z.array(z.enum(['hidden', 'suspicious'])).exactOptional(),
});
export type Sentence = z.infer<typeof Sentence>;

/**
 * `heading` is a run-in title (a part of a structured abstract, a defined term); `list` tells where an item stands:
 * `depth` from 1, `marker` as printed.
 */
export const Paragraph = z.object({
  id: SegmentId,
  kind: z.enum(['text', 'item', 'quote', 'code', 'caption']),
  heading: z.string().exactOptional(),
  list: z.object({ depth: z.int().min(1), ordered: z.boolean(), marker: z.string().exactOptional() }).exactOptional(),
  sentences: z.array(Sentence),
});
export type Paragraph = z.infer<typeof Paragraph>;

/** `depth` counts from 1. `citations` are the markers in the heading, `boxes` where it stands on its page. */
export const Section = z.object({
  id: SegmentId,
  number: z.string().exactOptional(),
  heading: z.string(),
  citations: z.array(CitationMark).exactOptional(),
  boxes: z.array(Box).exactOptional(),
  depth: z.int().min(1),
  role: Role,
  paragraphs: z.array(Paragraph),
  get sections(): z.ZodArray<typeof Section> {
    return z.array(Section);
  },
});
export type Section = z.infer<typeof Section>;

/** `section` is the id of the section the float stands in. */
export const Figure = z.object({
  id: SegmentId,
  label: z.string().exactOptional(),
  section: SegmentId.exactOptional(),
  caption: z.array(Sentence),
  boxes: z.array(Box),
});
export type Figure = z.infer<typeof Figure>;

export const TableCell = z.object({
  text: z.string(),
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
  citations: z.array(CitationMark).exactOptional(),
});
export type TableCell = z.infer<typeof TableCell>;

export const TableRow = z.object({ header: z.boolean(), cells: z.array(TableCell), boxes: z.array(Box) });
export type TableRow = z.infer<typeof TableRow>;

/** Row n of the list is the unit `<id>/r<n>`. `notes` is the text printed below the table. */
export const Table = z.object({
  id: SegmentId,
  label: z.string().exactOptional(),
  section: SegmentId.exactOptional(),
  caption: z.array(Sentence),
  rows: z.array(TableRow),
  notes: z.array(Paragraph).exactOptional(),
  boxes: z.array(Box),
});
export type Table = z.infer<typeof Table>;

/** A displayed formula. `text` is its linear form; `tex` and `mathml` are kept where the source has them. */
export const Formula = z.object({
  id: SegmentId,
  label: z.string().exactOptional(),
  section: SegmentId.exactOptional(),
  text: z.string(),
  tex: z.string().exactOptional(),
  mathml: z.string().exactOptional(),
  boxes: z.array(Box),
});
export type Formula = z.infer<typeof Formula>;

export const Footnote = z.object({
  id: SegmentId,
  label: z.string().exactOptional(),
  paragraphs: z.array(Paragraph),
});
export type Footnote = z.infer<typeof Footnote>;

/** An entry of the reference list. `raw` is the entry as one text; an author holds no semicolon. */
export const Reference = z.object({
  id: SegmentId,
  label: z.string().exactOptional(),
  raw: z.string(),
  authors: z.array(z.string()),
  title: z.string().exactOptional(),
  container: z.string().exactOptional(),
  year: z.int().exactOptional(),
  volume: z.string().exactOptional(),
  issue: z.string().exactOptional(),
  pages: z.string().exactOptional(),
  doi: z.string().exactOptional(),
  url: z.string().exactOptional(),
  boxes: z.array(Box),
});
export type Reference = z.infer<typeof Reference>;

export const Contributor = z.object({
  name: z.string(),
  given: z.string().exactOptional(),
  family: z.string().exactOptional(),
  orcid: z.string().exactOptional(),
  email: z.string().exactOptional(),
  affiliations: z.array(z.string()),
  role: z.enum(['author', 'editor', 'other']),
});
export type Contributor = z.infer<typeof Contributor>;

/** A short form that the paper defines, what it stands for there, and the id of the sentence that says so first. */
export const Abbreviation = z.object({ short: z.string(), long: z.string(), sentence: SegmentId });
export type Abbreviation = z.infer<typeof Abbreviation>;

/**
 * What the paper is about, found in its text. `score` is from 0 to 1, best first, comparable within the paper; `cso` is
 * the topic of the Computer Science Ontology that it matches.
 */
export const Topic = z.object({ label: z.string(), score: z.number(), cso: z.string().exactOptional() });
export type Topic = z.infer<typeof Topic>;

export const Identifiers = z.object({
  doi: z.string().exactOptional(),
  arxiv: z.string().exactOptional(),
  pmid: z.string().exactOptional(),
  url: z.string().exactOptional(),
});
export type Identifiers = z.infer<typeof Identifiers>;

export const PublicationDate = z.object({
  year: z.int(),
  month: z.int().min(1).max(12).exactOptional(),
  day: z.int().min(1).max(31).exactOptional(),
});
export type PublicationDate = z.infer<typeof PublicationDate>;

/** Where a text of the metadata (title, name, affiliation, identifier) stands on the pages; `text` as the document has it. */
export const Place = z.object({ text: z.string(), boxes: z.array(Box) });
export type Place = z.infer<typeof Place>;

/** What a notice, as its publisher marks it, does to another article: it retracts it, corrects it, or raises concern about it. */
export const StatusNotice = z.object({ status: StatusName.exclude(['withdrawn']), doi: z.string() });
export type StatusNotice = z.infer<typeof StatusNotice>;

/** A paper as a tree, the same for every format. `digest` is the SHA-256 of the source bytes. */
export const Document = z.object({
  schema: z.literal('askg.document/1'),
  key: z.string().exactOptional(),
  format: Format,
  digest: Digest,
  language: z.string().exactOptional(),
  title: z.string(),
  abstract: z.array(Paragraph),
  identifiers: Identifiers,
  venue: z.string().exactOptional(),
  date: PublicationDate.exactOptional(),
  licence: z.string().exactOptional(),
  keywords: z.array(z.string()),
  topics: z.array(Topic).exactOptional(),
  abbreviations: z.array(Abbreviation).exactOptional(),
  contributors: z.array(Contributor),
  places: z.array(Place).exactOptional(),
  /** Of a paper that is a notice about others: by the status, the gravest first, then by DOI. */
  notices: z.array(StatusNotice).exactOptional(),
  sections: z.array(Section),
  figures: z.array(Figure),
  tables: z.array(Table),
  formulas: z.array(Formula),
  footnotes: z.array(Footnote),
  references: z.array(Reference),
  findings: z.array(Finding),
});
export type Document = z.infer<typeof Document>;

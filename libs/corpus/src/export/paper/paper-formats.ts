import { serialise, serialiseTree } from '@askg/ddm';
import { bibtex } from '../records/bibtex.ts';
import { cslItem } from '../records/csl-item.ts';
import { ris } from '../records/ris.ts';
import { documentMarkdown } from './document-markdown.ts';
import type { ExportedPaper } from './exported-paper.ts';

/** The formats that are one text, and how a paper is written in each. */
export const paperFormats = {
  turtle: ({ nquads }) => serialise(nquads, 'text/turtle'),
  nquads: ({ nquads }) => nquads,
  jsonld: ({ nquads, iri }) => serialiseTree(nquads, iri),
  markdown: ({ document }) => documentMarkdown(document),
  bibtex,
  ris,
  csl: (paper) => `${JSON.stringify([cslItem(paper)], null, 2)}\n`,
} as const satisfies Record<string, (paper: ExportedPaper) => string>;

export type TextFormat = keyof typeof paperFormats;
export type ExportFormat = TextFormat | 'ro-crate';

export const exportFormats = [...Object.keys(paperFormats), 'ro-crate'] as ExportFormat[];

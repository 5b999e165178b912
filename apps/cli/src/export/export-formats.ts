import { serialise, serialiseTree } from '@askg/ddm';
import { documentMarkdown } from '../read/document-markdown.ts';
import { bibtex } from './bibtex.ts';
import { cslItem } from './csl-item.ts';
import type { ExportedPaper } from './exported-paper.ts';
import { ris } from './ris.ts';

/** The formats that are one text, and how a paper is written in each. */
export const textFormats = {
  turtle: ({ nquads }) => serialise(nquads, 'text/turtle'),
  nquads: ({ nquads }) => nquads,
  jsonld: ({ nquads, iri }) => serialiseTree(nquads, iri),
  markdown: ({ document }) => documentMarkdown(document),
  bibtex,
  ris,
  csl: (paper) => `${JSON.stringify([cslItem(paper)], null, 2)}\n`,
} as const satisfies Record<string, (paper: ExportedPaper) => string>;

export type TextFormat = keyof typeof textFormats;
export type ExportFormat = TextFormat | 'ro-crate';

export const exportFormats = [...Object.keys(textFormats), 'ro-crate'] as ExportFormat[];

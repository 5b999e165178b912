import { bibtex } from '../records/bibtex.ts';
import { cslItem } from '../records/csl-item.ts';
import { ris } from '../records/ris.ts';
import { answerCsv } from './answer-csv.ts';
import { answerJsonLd } from './answer-json-ld.ts';
import { answerMarkdown } from './answer-markdown.ts';
import type { ExportedAnswer } from './exported-answer.ts';

/** The formats of an answer that are one text; the records are those of the papers that it cites. */
export const answerFormats = {
  markdown: answerMarkdown,
  csv: answerCsv,
  bibtex: ({ papers }) => papers.map(bibtex).join('\n'),
  ris: ({ papers }) => papers.map(ris).join(''),
  csl: ({ papers }) => `${JSON.stringify(papers.map(cslItem), null, 2)}\n`,
  jsonld: answerJsonLd,
} as const satisfies Record<string, (exported: ExportedAnswer) => string>;

export type AnswerTextFormat = keyof typeof answerFormats;
export type AnswerFormat = AnswerTextFormat | 'ro-crate';

/** How each format is called in HTTP. */
export const answerMediaTypes: Readonly<Record<AnswerFormat, string>> = {
  markdown: 'text/markdown',
  csv: 'text/csv',
  bibtex: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  csl: 'application/vnd.citationstyles.csl+json',
  jsonld: 'application/ld+json',
  'ro-crate': 'application/zip',
};

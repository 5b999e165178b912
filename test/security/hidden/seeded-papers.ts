import { seededHtml, seededMarkdown } from './seeded-pages.ts';
import type { SeededPaper } from './seeded-paper.ts';
import { seededPdfs } from './seeded-pdfs.ts';
import { seededJats, seededLatex, seededTei } from './seeded-sources.ts';

export const seededPapers: readonly SeededPaper[] = [
  ...seededPdfs,
  ...seededHtml,
  ...seededMarkdown,
  ...seededLatex,
  ...seededJats,
  ...seededTei,
];

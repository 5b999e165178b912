import type { Format } from '@askg/contract';
import { seededHtml, seededMarkdown } from './seeded-pages.ts';
import { seededPdfs } from './seeded-pdfs.ts';
import { seededJats, seededLatex, seededTei } from './seeded-sources.ts';

/** A paper twice: as its readers see it, and with a prompt that they do not see. */
export type SeededPaper = {
  name: string;
  format: Format;
  clean: Uint8Array;
  poisoned: Uint8Array;
  /** Whether the prompt reaches the text layer, so that its reader has to report it. */
  isReported: boolean;
  /** The bibliography of both. */
  companions?: { clean: Uint8Array; poisoned: Uint8Array };
};

export const seededPapers: readonly SeededPaper[] = [
  ...seededPdfs,
  ...seededHtml,
  ...seededMarkdown,
  ...seededLatex,
  ...seededJats,
  ...seededTei,
];

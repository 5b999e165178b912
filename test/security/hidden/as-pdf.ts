import { linesAt, makePdf, textAt } from '../../../libs/ddm/src/read/pdf/testing/make-pdf.ts';
import { paper } from './paper.ts';

export type PdfSeed = {
  /** Drawing operators before and after the text of the page. */
  before?: string;
  after?: string;
  /** Entries of the page's dictionary. */
  entries?: string;
  /** Entries of the dictionary that tells of the file. */
  info?: string;
  /** Entries of the catalog, which may add objects of their own. */
  catalog?: (add: (body: string) => number) => string;
};

const left = 72;
/** Where a seeded line may stand between two paragraphs. */
export const seedAt = 608;

/** A page of the paper as a program for typesetting would draw it. */
export function asPdf({ before = '', after = '', entries, info, catalog }: PdfSeed = {}): Uint8Array {
  const [methods, results] = paper.sections;
  const content =
    textAt(left, 770, paper.title, 16, 'bold') +
    textAt(left, 750, paper.author, 11) +
    textAt(left, 722, 'Abstract', 13, 'bold') +
    linesAt(left, 704, [paper.abstract]) +
    textAt(left, 676, `1 ${methods.heading}`, 13, 'bold') +
    linesAt(left, 656, wrapped(methods.paragraphs[0])) +
    linesAt(left, 580, wrapped(methods.paragraphs[1])) +
    textAt(left, 540, `2 ${results.heading}`, 13, 'bold') +
    linesAt(left, 520, wrapped(results.paragraphs[0])) +
    linesAt(left, 480, wrapped(results.paragraphs[1]));
  const page = { content: `0 0 0 rg\n${before}${content}${after}`, ...(entries === undefined ? {} : { entries }) };
  return makePdf([page], { ...(info === undefined ? {} : { info }), ...(catalog ? { catalog } : {}) });
}

/** Lines of about 80 characters. */
export function wrapped(text: string): string[] {
  return text.match(/\S.{0,79}(?=\s|$)/g) ?? [];
}

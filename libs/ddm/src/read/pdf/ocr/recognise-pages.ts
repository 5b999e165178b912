import type { PdfFile } from '../engine/open-document.ts';
import type { TextPage } from '../lines/text-page.ts';
import { encodePng } from './encode-png.ts';
import type { PageRecogniser } from './page-recogniser.ts';
import { toFragments } from './to-fragments.ts';

/** Fine enough for print of eight points; the time that recognising takes grows with the square of it. */
const dotsPerInch = 220;
/** A page takes some seconds, and a file has a deadline: longer documents are recognised as far as this. */
export const mostRecognisedPages = 20;

/** Fills pages that have no text with what is recognised on their pictures. @returns the numbers of these pages */
export async function recognisePages(
  file: PdfFile,
  pages: readonly TextPage[],
  recogniser: PageRecogniser,
): Promise<number[]> {
  const recognised: number[] = [];
  for (const page of pages.slice(0, mostRecognisedPages)) {
    const picture = file.renderPage(page.number, dotsPerInch);
    if (!picture) continue;
    const lines = await recogniser.recognise(encodePng(picture.pixels, picture.width, picture.height));
    page.fragments = toFragments(lines, page.width / picture.width);
    if (page.fragments.length === 0) continue;
    // The picture of the page is no figure on it.
    page.graphics = page.graphics.filter(({ kind }) => kind !== 'image');
    recognised.push(page.number);
  }
  return recognised;
}

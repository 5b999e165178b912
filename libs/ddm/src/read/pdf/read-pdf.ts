import { DdmError } from '../../ddm-error.ts';
import type { DraftDocument } from '../../document/draft.ts';
import { buildDraft, type PdfSource } from './draft/build-draft.ts';
import { PdfFile } from './engine/open-document.ts';
import { hasText } from './lines/has-text.ts';
import { toTextPage } from './lines/to-text-page.ts';
import type { TextPage } from './lines/text-page.ts';
import type { OpenRecogniser } from './ocr/page-recogniser.ts';
import { recognisePages } from './ocr/recognise-pages.ts';
import { openTesseract } from './ocr/tesseract.ts';

/** More pages than any paper or thesis has. */
const maxPages = 2000;

/**
 * Reads a PDF with a text layer. The engine must have been started (`loadPdfium`).
 * @throws DdmError `ddm/engine-not-loaded`, `ddm/malformed-pdf`, `ddm/encrypted`, `ddm/too-large`, `ddm/too-many-pages`
 */
export function readPdf(bytes: Uint8Array): DraftDocument {
  const file = PdfFile.open(bytes);
  try {
    return buildDraft(sourceOf(file));
  } finally {
    file.close();
  }
}

/**
 * Reads a PDF, also one whose pages are pictures, if a recogniser is installed. Nothing is recognised where any page has
 * text of its own.
 * @throws DdmError as `readPdf`, and `ddm/recognition-failed`
 */
export async function readAnyPdf(
  bytes: Uint8Array,
  openRecogniser: OpenRecogniser = openTesseract,
): Promise<DraftDocument> {
  const file = PdfFile.open(bytes);
  try {
    const source = sourceOf(file);
    if (source.pages.some(hasText)) return buildDraft(source);
    return buildDraft(await recognised(source, file, openRecogniser));
  } finally {
    file.close();
  }
}

function sourceOf(file: PdfFile): PdfSource {
  const { pageCount } = file;
  if (pageCount === 0) throw new DdmError('ddm/malformed-pdf', 'The file has no pages.');
  if (pageCount > maxPages) {
    throw new DdmError('ddm/too-many-pages', `The file has ${pageCount} pages; the limit is ${maxPages}.`);
  }
  const pages: TextPage[] = [];
  const lost: number[] = [];
  for (let number = 1; number <= pageCount; number++) {
    const content = file.readPage(number);
    if (content) pages.push(toTextPage(content));
    else lost.push(number);
  }
  if (pages.length === 0) throw new DdmError('ddm/malformed-pdf', 'No page of the file can be read.');
  const info = {
    title: file.metadata('Title'),
    author: file.metadata('Author'),
    subject: file.metadata('Subject'),
    keywords: file.metadata('Keywords'),
  };
  return { pages, lost, bookmarks: file.bookmarks(), info };
}

async function recognised(source: PdfSource, file: PdfFile, openRecogniser: OpenRecogniser): Promise<PdfSource> {
  const recogniser = await openRecogniser();
  if (!recogniser) return source;
  try {
    const pages = await recognisePages(file, source.pages, recogniser);
    return pages.length === 0 ? source : { ...source, recognised: { by: recogniser.name, pages: pages.length } };
  } catch (error) {
    if (error instanceof DdmError) throw error;
    throw new DdmError('ddm/recognition-failed', `${recogniser.name} failed on the pages.`, { cause: error });
  } finally {
    await recogniser.close();
  }
}

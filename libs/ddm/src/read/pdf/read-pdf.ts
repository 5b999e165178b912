import { DdmError } from '../../ddm-error.ts';
import type { DraftDocument } from '../../document/draft.ts';
import { buildDraft } from './draft/build-draft.ts';
import { PdfFile } from './engine/open-document.ts';
import { toTextPage } from './lines/to-text-page.ts';
import type { TextPage } from './lines/text-page.ts';

/** More pages than any paper or thesis has. */
const maxPages = 2000;

/**
 * Reads a PDF with a text layer. The engine must have been started (`loadPdfium`).
 * @throws DdmError `ddm/engine-not-loaded`, `ddm/malformed-pdf`, `ddm/encrypted`, `ddm/too-large`, `ddm/too-many-pages`
 */
export function readPdf(bytes: Uint8Array): DraftDocument {
  const file = PdfFile.open(bytes);
  try {
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
    return buildDraft({ pages, lost, bookmarks: file.bookmarks(), info });
  } finally {
    file.close();
  }
}

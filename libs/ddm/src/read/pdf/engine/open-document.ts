import { DdmError, type DdmErrorCode } from '../../../ddm-error.ts';
import type { PageContent } from '../page/page-content.ts';
import { assemblePage } from '../page/assemble-page.ts';
import { type Bookmark, readBookmarks } from './bookmarks.ts';
import { isTagged, readTaggedContents } from './content-roles.ts';
import { FontTable } from './fonts.ts';
import { Heap } from './heap.ts';
import { abandonPdfium, pdfium, type PdfiumFunctions } from './pdfium.ts';
import { readGlyphs } from './page-glyphs.ts';
import { readGraphics } from './page-graphics.ts';
import { readLinks } from './page-links.ts';
import { pageMatrix } from './page-matrix.ts';
import { type GreyPicture, renderPage } from './render-page.ts';

/** Codes of `FPDF_GetLastError`. */
const failures: Record<number, DdmErrorCode> = {
  3: 'ddm/malformed-pdf',
  4: 'ddm/encrypted',
  5: 'ddm/encrypted',
};

/** Bytes of memory with which an engine is still worth keeping. */
const largestMemory = 256 * 1024 * 1024;

/** The engine keeps what pages share, so that a long document is opened anew from time to time. */
const pagesBetweenOpenings = 50;

/** A PDF that is open in the engine. Pages are read one at a time and freed at once; `close` frees the rest. */
export class PdfFile {
  readonly #functions: PdfiumFunctions;
  readonly #heap: Heap;
  readonly #fonts: FontTable;
  readonly #bytes: number;
  readonly #size: number;
  #document: number;
  #pagesRead = 0;
  readonly pageCount: number;
  readonly #isTagged: boolean;

  private constructor(functions: PdfiumFunctions, heap: Heap, bytes: number, size: number, document: number) {
    this.#functions = functions;
    this.#heap = heap;
    this.#fonts = new FontTable(functions, heap);
    this.#bytes = bytes;
    this.#size = size;
    this.#document = document;
    this.pageCount = functions.FPDF_GetPageCount(document);
    this.#isTagged = isTagged(functions, document);
  }

  /** @throws DdmError `ddm/engine-not-loaded`, `ddm/malformed-pdf`, `ddm/encrypted`, `ddm/too-large` */
  static open(bytes: Uint8Array): PdfFile {
    const functions = pdfium();
    if (!functions) throw new DdmError('ddm/engine-not-loaded', 'PDFium has not been started in this process.');
    return guarded(() => {
      const heap = new Heap(functions);
      const address = heap.store(bytes);
      if (address === 0) throw new DdmError('ddm/too-large', `The file has ${bytes.length} bytes.`);
      const document = functions.FPDF_LoadMemDocument(address, bytes.length, 0);
      if (document !== 0) return new PdfFile(functions, heap, address, bytes.length, document);
      const code = failures[functions.FPDF_GetLastError()] ?? 'ddm/malformed-pdf';
      functions.free(address);
      heap.free();
      throw new DdmError(
        code,
        code === 'ddm/encrypted' ? 'The file asks for a password.' : 'PDFium cannot open the file.',
      );
    });
  }

  /** `number` counts from 1. A page the engine cannot load is undefined. */
  readPage(number: number): PageContent | undefined {
    return guarded(() => {
      const functions = this.#functions;
      if (++this.#pagesRead % pagesBetweenOpenings === 0) this.#openAgain();
      const page = functions.FPDF_LoadPage(this.#document, number - 1);
      if (page === 0) return undefined;
      const textPage = functions.FPDFText_LoadPage(page);
      try {
        const { matrix, width, height } = pageMatrix(functions, this.#heap, page);
        const tagged = this.#isTagged ? readTaggedContents(functions, this.#heap, page) : undefined;
        const glyphs = readGlyphs(functions, this.#heap, this.#fonts, textPage, matrix, tagged);
        const graphics = readGraphics(functions, this.#heap, page, matrix);
        const links = readLinks(functions, this.#heap, this.#document, page, matrix);
        return assemblePage({ number, width, height, matrix, glyphs, graphics, links });
      } finally {
        if (textPage !== 0) functions.FPDFText_ClosePage(textPage);
        functions.FPDF_ClosePage(page);
      }
    });
  }

  /** The page as a grey picture; undefined where the engine cannot draw it. */
  renderPage(number: number, dotsPerInch: number): GreyPicture | undefined {
    return guarded(() => {
      const page = this.#functions.FPDF_LoadPage(this.#document, number - 1);
      if (page === 0) return undefined;
      try {
        return renderPage(this.#functions, page, dotsPerInch);
      } finally {
        this.#functions.FPDF_ClosePage(page);
      }
    });
  }

  /** Gives back the fonts and images that the engine keeps of the pages read so far. */
  #openAgain(): void {
    this.#functions.FPDF_CloseDocument(this.#document);
    this.#document = this.#functions.FPDF_LoadMemDocument(this.#bytes, this.#size, 0);
    if (this.#document === 0) throw new DdmError('ddm/malformed-pdf', 'PDFium cannot open the file again.');
  }

  bookmarks(): Bookmark[] {
    return guarded(() => readBookmarks(this.#functions, this.#heap, this.#document));
  }

  /** A field of the document information (`Title`, `Author`, …); empty if it is not there. */
  metadata(field: string): string {
    return guarded(() => {
      const tag = this.#heap.store(new TextEncoder().encode(`${field}\0`));
      const value = this.#heap.string('utf-16le', (buffer, size) =>
        this.#functions.FPDF_GetMetaText(this.#document, tag, buffer, size),
      );
      this.#functions.free(tag);
      return value.trim();
    });
  }

  close(): void {
    if (pdfium() !== this.#functions) return;
    this.#functions.FPDF_CloseDocument(this.#document);
    this.#functions.free(this.#bytes);
    this.#heap.free();
    // The memory of an engine never shrinks: after a huge file the next one gets a new engine.
    if (this.#functions.memory.buffer.byteLength > largestMemory) abandonPdfium();
  }
}

/** A trap of the WebAssembly leaves the engine in an unknown state, so that it is given up. */
function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    // By name: the class of a trap is not that of this realm in every host.
    if (!(error instanceof Error) || !['RuntimeError', 'RangeError'].includes(error.name)) throw error;
    abandonPdfium();
    throw new DdmError('ddm/malformed-pdf', 'PDFium failed on the file.', { cause: error });
  }
}

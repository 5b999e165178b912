import type { Heap } from './heap.ts';
import { destinationOf, type Destination } from './page-links.ts';
import type { PdfiumFunctions } from './pdfium.ts';

/** An entry of the outline; `depth` counts from 1. */
export type Bookmark = { title: string; depth: number; target?: Destination };

const maxBookmarks = 2000;
const maxDepth = 12;

/** The outline of the document in its order. A damaged outline may run in circles, so its size is bounded. */
export function readBookmarks(functions: PdfiumFunctions, heap: Heap, document: number): Bookmark[] {
  const bookmarks: Bookmark[] = [];
  const seen = new Set<number>();
  const visit = (first: number, depth: number): void => {
    for (let mark = first; mark !== 0; mark = functions.FPDFBookmark_GetNextSibling(document, mark)) {
      if (seen.has(mark) || bookmarks.length >= maxBookmarks) return;
      seen.add(mark);
      const title = heap.string('utf-16le', (buffer, size) => functions.FPDFBookmark_GetTitle(mark, buffer, size));
      const direct = functions.FPDFBookmark_GetDest(document, mark);
      const target = destinationOf(functions, heap, document, direct, functions.FPDFBookmark_GetAction(mark));
      bookmarks.push({ title: title.replaceAll(/\s+/g, ' ').trim(), depth, ...(target ? { target } : {}) });
      if (depth < maxDepth) visit(functions.FPDFBookmark_GetFirstChild(document, mark), depth + 1);
    }
  };
  visit(functions.FPDFBookmark_GetFirstChild(document, 0), 1);
  return bookmarks;
}

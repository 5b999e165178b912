import type { PageLink } from '../page/page-content.ts';
import type { Heap } from './heap.ts';
import { mapRect, type Matrix, mapPoint } from './matrix.ts';
import type { PdfiumFunctions } from './pdfium.ts';

const uriAction = 3;
const maxLinks = 5000;

/** A place in the file that a link or a bookmark points to, in the coordinates of the file. */
export type Destination = { page: number; x?: number; y?: number };

/** The links of a page. Places they point to are in the coordinates of the file until all pages are known. */
export function readLinks(
  functions: PdfiumFunctions,
  heap: Heap,
  document: number,
  page: number,
  toPage: Matrix,
): PageLink[] {
  const links: PageLink[] = [];
  const at = heap.scratch;
  heap.view.setInt32(at, 0, true);
  while (links.length < maxLinks && functions.FPDFLink_Enumerate(page, at, at + 4) !== 0) {
    const position = heap.int(0);
    const link = heap.int(1);
    if (functions.FPDFLink_GetAnnotRect(link, at + 8) !== 0) {
      const rect = mapRect(toPage, { x0: heap.float(2), y0: heap.float(3), x1: heap.float(4), y1: heap.float(5) });
      const action = functions.FPDFLink_GetAction(link);
      const uri =
        action !== 0 && functions.FPDFAction_GetType(action) === uriAction
          ? heap.string('utf-8', (buffer, size) => functions.FPDFAction_GetURIPath(document, action, buffer, size))
          : '';
      const target =
        uri === ''
          ? destinationOf(functions, heap, document, functions.FPDFLink_GetDest(document, link), action)
          : undefined;
      if (uri !== '') links.push({ ...rect, uri });
      else if (target) links.push({ ...rect, target });
    }
    heap.view.setInt32(at, position, true);
  }
  return links;
}

export function destinationOf(
  functions: PdfiumFunctions,
  heap: Heap,
  document: number,
  direct: number,
  action: number,
): Destination | undefined {
  const destination = direct !== 0 || action === 0 ? direct : functions.FPDFAction_GetDest(document, action);
  if (destination === 0) return undefined;
  const page = functions.FPDFDest_GetDestPageIndex(document, destination) + 1;
  if (page < 1) return undefined;
  const at = heap.scratch + 64;
  const located =
    functions.FPDFDest_GetLocationInPage(destination, at, at + 4, at + 8, at + 12, at + 16, at + 20) !== 0;
  return {
    page,
    ...(located && heap.int(16) !== 0 ? { x: heap.float(19) } : {}),
    ...(located && heap.int(17) !== 0 ? { y: heap.float(20) } : {}),
  };
}

/** The same place in the coordinates of the page it is on. */
export function placeOnPage(destination: Destination, fromFile: Matrix): Destination {
  const point = mapPoint(fromFile, destination.x ?? 0, destination.y ?? 0);
  return {
    page: destination.page,
    ...(destination.x === undefined ? {} : { x: point.x }),
    ...(destination.y === undefined ? {} : { y: point.y }),
  };
}

import type { Heap } from './heap.ts';
import type { Rect } from './matrix.ts';
import type { PdfiumFunctions } from './pdfium.ts';

/** Segments of all paths of a clip beyond which it is no longer looked at: it then clips nothing. */
const mostSegments = 64;

/** The rectangle outside of which nothing of an object is drawn, in its own coordinates; undefined when it is not clipped. */
export function clipOf(functions: PdfiumFunctions, heap: Heap, object: number): Rect | undefined {
  const clip = functions.FPDFPageObj_GetClipPath(object);
  const paths = clip === 0 ? 0 : functions.FPDFClipPath_CountPaths(clip);
  let rect: Rect | undefined;
  let left = mostSegments;
  for (let path = 0; path < paths; path++) {
    const segments = functions.FPDFClipPath_CountPathSegments(clip, path);
    left -= segments;
    if (left < 0) return rect;
    const bounds = boundsOf(functions, heap, clip, path, segments);
    if (bounds) rect = rect ? intersection(rect, bounds) : bounds;
  }
  return rect;
}

function boundsOf(
  functions: PdfiumFunctions,
  heap: Heap,
  clip: number,
  path: number,
  segments: number,
): Rect | undefined {
  const at = heap.scratch;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < segments; i++) {
    const segment = functions.FPDFClipPath_GetPathSegment(clip, path, i);
    if (segment === 0 || functions.FPDFPathSegment_GetPoint(segment, at, at + 4) === 0) return undefined;
    xs.push(heap.float(0));
    ys.push(heap.float(1));
  }
  if (xs.length === 0) return undefined;
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** What two rectangles share; where they share nothing, one without area. */
function intersection(a: Rect, b: Rect): Rect {
  const x0 = Math.max(a.x0, b.x0);
  const y0 = Math.max(a.y0, b.y0);
  return { x0, y0, x1: Math.max(x0, Math.min(a.x1, b.x1)), y1: Math.max(y0, Math.min(a.y1, b.y1)) };
}

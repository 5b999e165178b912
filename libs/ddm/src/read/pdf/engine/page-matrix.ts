import type { Heap } from './heap.ts';
import type { Matrix } from './matrix.ts';
import type { PdfiumFunctions } from './pdfium.ts';

/** Device units a page is measured in; results are whole numbers. */
const units = 10_000_000;
const step = 100;

/**
 * The map from the coordinates of the file to points of the displayed page (cropped, rotated, origin top left), with
 * the size of that page in points.
 */
export function pageMatrix(
  functions: PdfiumFunctions,
  heap: Heap,
  page: number,
): { matrix: Matrix; width: number; height: number } {
  const width = functions.FPDF_GetPageWidthF(page);
  const height = functions.FPDF_GetPageHeightF(page);
  const at = heap.scratch;
  const place = (x: number, y: number): { x: number; y: number } => {
    functions.FPDF_PageToDevice(page, 0, 0, units, units, 0, x, y, at, at + 4);
    return { x: (heap.int(0) / units) * width, y: (heap.int(1) / units) * height };
  };
  const origin = place(0, 0);
  const right = place(step, 0);
  const up = place(0, step);
  const part = (to: number, from: number): number => Math.round(((to - from) / step) * 1e4) / 1e4;
  const matrix = {
    a: part(right.x, origin.x),
    b: part(right.y, origin.y),
    c: part(up.x, origin.x),
    d: part(up.y, origin.y),
    e: origin.x,
    f: origin.y,
  };
  return { matrix, width, height };
}

import type { PdfiumFunctions } from './pdfium.ts';

/** A page as it is displayed: 8-bit grey, row by row from the top. */
export type GreyPicture = { pixels: Uint8Array; width: number; height: number };

/** Pixels that a picture may have: a sheet of A3 at 300 dots an inch, and some more. */
const maxPixels = 24_000_000;
const pointsPerInch = 72;
const grey = 1;
const white = 0xff_ff_ff_ff;

/** Draws a page. A page too large for the resolution is drawn more coarsely. Undefined where memory is short. */
export function renderPage(functions: PdfiumFunctions, page: number, dotsPerInch: number): GreyPicture | undefined {
  const [pageWidth, pageHeight] = [functions.FPDF_GetPageWidthF(page), functions.FPDF_GetPageHeightF(page)];
  const wanted = dotsPerInch / pointsPerInch;
  const scale = Math.min(wanted, Math.sqrt(maxPixels / (pageWidth * pageHeight)));
  const [width, height] = [Math.max(1, Math.round(pageWidth * scale)), Math.max(1, Math.round(pageHeight * scale))];
  const bitmap = functions.FPDFBitmap_CreateEx(width, height, grey, 0, 0);
  if (bitmap === 0) return undefined;
  try {
    functions.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    functions.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
    const stride = functions.FPDFBitmap_GetStride(bitmap);
    const bytes = new Uint8Array(functions.memory.buffer, functions.FPDFBitmap_GetBuffer(bitmap), stride * height);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) pixels.set(bytes.subarray(y * stride, y * stride + width), y * width);
    return { pixels, width, height };
  } finally {
    functions.FPDFBitmap_Destroy(bitmap);
  }
}

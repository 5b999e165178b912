import type { Box } from '@askg/contract';
import { mapRect, type Rect } from '../engine/matrix.ts';
import type { TextPage } from '../lines/text-page.ts';
import type { BoxMaker } from '../text/flow-text.ts';

/** Fractions are kept to a hundredth of a thousandth: a hundredth of a point on a page of A4. */
const precision = 1e5;

/** Maps rectangles on the pages of a document to boxes in fractions of the displayed page. */
export function boxMaker(pages: readonly TextPage[]): BoxMaker {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (number: number, rect: Rect): Box => {
    const page = byNumber.get(number);
    if (!page) throw new Error(`there is no page ${number}`);
    const { x0, y0, x1, y1 } = mapRect(page.toFractions, rect);
    return { page: number, x0: fraction(x0), y0: fraction(y0), x1: fraction(x1), y1: fraction(y1) };
  };
}

function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * precision) / precision;
}

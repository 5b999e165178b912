import type { Fragment } from '../lines/fragment.ts';
import type { TextPage } from '../lines/text-page.ts';
import { type BodyStyle, findBodyStyle } from './body-style.ts';
import { findFurniture, type Furniture } from './furniture.ts';
import type { Gutter } from './gutters.ts';
import { gutterOf, layOutPage, type PageLayout } from './lay-out-page.ts';
import { findLineNumbers } from './line-numbers.ts';

export type DocumentLayout = {
  body: BodyStyle;
  pages: PageLayout[];
  furniture: Furniture[];
  /** Letters of the numbers beside the lines. */
  lineNumbers: number;
};

/** Share of the pages that must have a gap at one place for the others to be searched for it too. */
const sharedGutter = 0.3;

/** Pages to columns in reading order, with what stands around the text set apart. */
export function layOutDocument(pages: readonly TextPage[]): DocumentLayout {
  const body = findBodyStyle(pages);
  const { fragments, furniture } = findFurniture(pages, body);
  const numbers = findLineNumbers(pages);
  const taken = new Set<Fragment>([...fragments, ...numbers]);
  const hint = commonGutter(pages.map((page) => gutterOf(page, taken)));
  return {
    body,
    pages: pages.map((page) => layOutPage(page, taken, body, hint)),
    furniture,
    lineNumbers: [...numbers].reduce((sum, { length }) => sum + length, 0),
  };
}

function commonGutter(gutters: readonly (Gutter | undefined)[]): Gutter | undefined {
  const found = gutters.filter((gutter) => gutter !== undefined);
  const middle = found.toSorted((a, b) => a.x0 + a.x1 - b.x0 - b.x1)[Math.floor(found.length / 2)];
  if (!middle) return undefined;
  const alike = found.filter(({ x0, x1 }) => x0 < middle.x1 && middle.x0 < x1);
  return alike.length >= Math.max(2, sharedGutter * gutters.length) ? middle : undefined;
}

import type { Matrix } from '../engine/matrix.ts';
import type { Fragment } from './fragment.ts';
import type { Graphic, HiddenReason, PageLink } from '../page/page-content.ts';

/** A page whose glyphs have become fragments. */
export type TextPage = {
  number: number;
  width: number;
  height: number;
  fragments: Fragment[];
  graphics: Graphic[];
  links: PageLink[];
  /** Characters that run in another direction than the page. */
  turned: string[];
  hidden: Partial<Record<HiddenReason, number>>;
  /** Characters of which the file does not say what they are. */
  unmapped: number;
  /** Whether so many are unknown, and so unlike words, that they were left out. */
  isGarbage: boolean;
  untaken: number;
  toFractions: Matrix;
  fromFile: Matrix;
};

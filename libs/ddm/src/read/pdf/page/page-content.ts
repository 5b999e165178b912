import type { ContentRole } from '../engine/content-roles.ts';
import type { Font } from '../engine/fonts.ts';
import type { Matrix, Rect } from '../engine/matrix.ts';

/** Why a reader of the page does not see a text. */
export type HiddenReason =
  'invisible' | 'tiny' | 'same-colour' | 'off-page' | 'covered' | 'clipped' | 'squeezed' | 'replaced';

/**
 * One character on the page. All coordinates of a page are points with the origin top left, y downwards, turned so that
 * most of its text runs from left to right. `x0` and `x1` are the ends of its advance, `baseline` is where it stands.
 */
export type Glyph = {
  text: string;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  font: Font;
  /** 24 bits, red first. */
  colour: number;
  /** What the structure tree says that it is. */
  role?: ContentRole;
  /** Its place in the reading order of the page, by the structure tree. */
  rank?: number;
  hidden?: HiddenReason;
  /** The file does not say which character it is; the engine took its code for one. */
  guessed?: true;
};

/** A white space in the text of the page parts two glyphs, however near they stand. */
export type Gap = 'gap';

/** `white` marks a filled area of the colour of paper. `rule` is a thin line; a box may be a line or an area. */
export type Graphic = Rect & { kind: 'image' | 'path' | 'shading'; white: boolean; rule?: 'horizontal' | 'vertical' };

/** A link on the page: to an address, or to a place in the document. */
export type PageLink = Rect & ({ uri: string } | { target: { page: number; x?: number; y?: number } });

export type PageContent = {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  /** In the order of the page's own program. */
  glyphs: (Glyph | Gap)[];
  /** Text that runs in another direction: labels of axes, stamps, watermarks. */
  turned: Glyph[];
  graphics: Graphic[];
  links: PageLink[];
  /** Characters for which the file does not say what they are. */
  unmapped: number;
  /** Characters not taken because the page has too many. */
  untaken: number;
  /** From points of this page to fractions of the page as it is displayed. */
  toFractions: Matrix;
  /** From the coordinates of the file to those of this page. */
  fromFile: Matrix;
};

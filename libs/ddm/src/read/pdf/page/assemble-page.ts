import type { PageGlyphs, RawGlyph } from '../engine/page-glyphs.ts';
import type { PageGraphics } from '../engine/page-graphics.ts';
import { compose, mapPoint, mapRect, type Matrix } from '../engine/matrix.ts';
import type { Gap, Glyph, PageContent, PageLink } from './page-content.ts';
import { HiddenText } from './hidden-text.ts';

export type PageParts = {
  number: number;
  width: number;
  height: number;
  matrix: Matrix;
  glyphs: PageGlyphs;
  graphics: PageGraphics;
  links: PageLink[];
};

/** Degrees within which text counts as running in a direction. */
const tolerance = 2;

/** Turns a page so that most of its text runs from left to right, and sets the rest of the text apart. */
export function assemblePage(parts: PageParts): PageContent {
  const { width, height, glyphs, graphics } = parts;
  const direction = mainDirection(glyphs.glyphs);
  const turn = turnBy(direction, width, height);
  const hidden = new HiddenText(graphics, width, height);
  const upright: (Glyph | Gap)[] = [];
  const turned: Glyph[] = [];
  for (const raw of glyphs.glyphs) {
    if (raw === 'gap') {
      upright.push(raw);
      continue;
    }
    const glyph = place(raw, turn, hidden);
    if (runsIn(raw.style.direction, direction)) upright.push(glyph);
    else turned.push(glyph);
  }
  const sideways = direction === 90 || direction === 270;
  const [pageWidth, pageHeight] = sideways ? [height, width] : [width, height];
  return {
    number: parts.number,
    width: pageWidth,
    height: pageHeight,
    glyphs: upright,
    turned,
    graphics: graphics.graphics.map(({ z: _z, opaque: _opaque, ...graphic }) => ({
      ...graphic,
      ...mapRect(turn, graphic),
      ...turnedRule(graphic, sideways),
    })),
    links: parts.links.map((link) => ({ ...link, ...mapRect(turn, link) })),
    unmapped: glyphs.unmapped,
    untaken: glyphs.untaken,
    toFractions: compose({ a: 1 / width, b: 0, c: 0, d: 1 / height, e: 0, f: 0 }, turnBack(direction, width, height)),
    fromFile: compose(turn, parts.matrix),
  };
}

function turnedRule(
  graphic: { rule?: 'horizontal' | 'vertical' },
  sideways: boolean,
): { rule?: 'horizontal' | 'vertical' } {
  if (graphic.rule === undefined) return {};
  return { rule: (graphic.rule === 'horizontal') === sideways ? 'vertical' : 'horizontal' };
}

function place(raw: RawGlyph, turn: Matrix, hidden: HiddenText): Glyph {
  const start = mapPoint(turn, raw.x, raw.y);
  const end = mapPoint(turn, raw.endX, raw.endY);
  const reason = hidden.reasonFor(raw);
  return {
    text: raw.text,
    x0: start.x,
    x1: end.x,
    baseline: start.y,
    size: raw.style.size,
    font: raw.style.font,
    colour: raw.style.colour,
    ...raw.style.tagged,
    ...(reason === undefined ? {} : { hidden: reason }),
    ...(raw.guessed ? { guessed: true as const } : {}),
  };
}

/** Points below which letters are specks inside drawings, however many there are. */
const smallestLetter = 4;

/** The quarter turn most glyphs run in; text at other angles is never the body of a page. */
function mainDirection(glyphs: readonly (RawGlyph | Gap)[]): number {
  const counts = new Map<number, number>([[0, 0.5]]);
  for (const glyph of glyphs) {
    if (glyph === 'gap' || glyph.style.size < smallestLetter) continue;
    const quarter = (Math.round(glyph.style.direction / 90) * 90) % 360;
    if (runsIn(glyph.style.direction, quarter)) counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function runsIn(direction: number, wanted: number): boolean {
  const apart = Math.abs(direction - wanted) % 360;
  return Math.min(apart, 360 - apart) <= tolerance;
}

/** From the displayed page to one where text of a direction (degrees, clockwise) runs from left to right. */
function turnBy(direction: number, width: number, height: number): Matrix {
  switch (direction) {
    case 90:
      return { a: 0, b: -1, c: 1, d: 0, e: 0, f: width };
    case 180:
      return { a: -1, b: 0, c: 0, d: -1, e: width, f: height };
    case 270:
      return { a: 0, b: 1, c: -1, d: 0, e: height, f: 0 };
    default:
      return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  }
}

function turnBack(direction: number, width: number, height: number): Matrix {
  switch (direction) {
    case 90:
      return { a: 0, b: 1, c: -1, d: 0, e: width, f: 0 };
    case 180:
      return { a: -1, b: 0, c: 0, d: -1, e: width, f: height };
    case 270:
      return { a: 0, b: -1, c: 1, d: 0, e: 0, f: height };
    default:
      return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  }
}

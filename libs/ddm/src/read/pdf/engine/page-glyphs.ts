import type { Gap } from '../page/page-content.ts';
import { type TaggedContent, taggedContentOf, type TaggedContents } from './content-roles.ts';
import { markFixedPitch } from './fixed-pitch.ts';
import { drawsPictures, type Font, type FontTable } from './fonts.ts';
import { mathSign } from './math-symbols.ts';
import type { Heap } from './heap.ts';
import { mapPoint, type Matrix, type Rect } from './matrix.ts';
import type { PdfiumFunctions } from './pdfium.ts';

/** What all glyphs of one text object share. `direction` is that of its baseline on the page, in degrees. */
export type TextStyle = {
  object: number;
  font: Font;
  size: number;
  direction: number;
  colour: number;
  tagged: Partial<TaggedContent>;
  /** PDF's text rendering mode; 3 draws nothing. */
  mode: number;
  transparent: boolean;
  /** Width over height that the letters are scaled to; 1 leaves them as their font has them. */
  stretch: number;
};

type Point = { x: number; y: number };

/** `text` may have several letters: a ligature. The baseline runs from `x`, `y` to `endX`, `endY`. */
export type RawGlyph = {
  text: string;
  origin: Point;
  x: number;
  y: number;
  endX: number;
  endY: number;
  style: TextStyle;
  /** The file does not say which character it is. */
  guessed?: true;
};

export type PageGlyphs = { glyphs: (RawGlyph | Gap)[]; unmapped: number; untaken: number };

/** Bullets of the fonts Symbol and Wingdings, which word processors write as private characters. */
const privateBullets: ReadonlyMap<number, string> = new Map([
  [0xf0b7, '•'],
  [0xf0a7, '▪'],
  [0xf0a8, '□'],
  [0xf0d8, '➢'],
  [0xf0fc, '✓'],
  [0xf076, '❖'],
]);

/** Characters a page may have; more is no page for people. */
const maxGlyphs = 200_000;

export const unknownCharacter = '\uFFFD';

/**
 * The characters of a page in the order of its program, in page coordinates (`toPage` maps those of the file).
 * A glyph that is drawn within 0.07 of its size over the same glyph is one glyph to the engine: it makes letters bold or
 * casts a shadow, or strokes drawn over each other stretch an Arabic word. Such copies are not counted either.
 * @param tagged where the file is tagged
 */
export function readGlyphs(
  functions: PdfiumFunctions,
  heap: Heap,
  fonts: FontTable,
  textPage: number,
  toPage: Matrix,
  tagged?: TaggedContents,
): PageGlyphs {
  const count = functions.FPDFText_CountChars(textPage);
  if (count > maxGlyphs) return { glyphs: [], unmapped: 0, untaken: count };
  const glyphs: (RawGlyph | Gap)[] = [];
  let unmapped = 0;
  let style: TextStyle | undefined;
  let last: RawGlyph | undefined;
  const at = heap.scratch;
  for (let i = 0; i < count; i++) {
    const object = functions.FPDFText_GetTextObject(textPage, i);
    // The engine adds spaces where it sees gaps; this reader looks for itself.
    if (object === 0 || functions.FPDFText_IsGenerated(textPage, i) === 1) continue;
    if (style?.object !== object) {
      style = readStyle(functions, heap, fonts, textPage, i, object, toPage);
      if (tagged) style.tagged = taggedContentOf(functions, heap, object, tagged);
    }
    if (drawsPictures(style.font)) continue;
    const isGuess = functions.FPDFText_HasUnicodeMapError(textPage, i) === 1;
    const text = characterAt(functions, textPage, i, isGuess && style.font.math ? style.font : undefined);
    if (text === ' ') {
      glyphs.push('gap');
      continue;
    }
    if (text === unknownCharacter || (isGuess && !style.font.math)) unmapped++;
    functions.FPDFText_GetCharOrigin(textPage, i, at, at + 8);
    const origin = mapPoint(toPage, heap.double(0), heap.double(8));
    if (last?.style === style && isSamePlace(last, origin)) {
      // One glyph that stands for several letters: a ligature; or for several words, where a file says what is shown there.
      const isNextWord = glyphs.at(-1) === 'gap';
      if (isNextWord) glyphs.pop();
      last.text += isNextWord ? ` ${text}` : text;
      continue;
    }
    functions.FPDFText_GetLooseCharBox(textPage, i, at);
    const box = { x0: heap.float(0), y0: heap.float(1), x1: heap.float(2), y1: heap.float(3) };
    const ends = endsOf(origin, toPage, style, box);
    last = { text, origin, ...ends, style, ...(isGuess && !style.font.math ? { guessed: true as const } : {}) };
    glyphs.push(last);
  }
  markFixedPitch(glyphs);
  return { glyphs, unmapped, untaken: 0 };
}

/** Where the advance of a glyph begins and ends, in the direction of its baseline. */
function endsOf(
  origin: Point,
  toPage: Matrix,
  style: TextStyle,
  box: Rect,
): { x: number; y: number; endX: number; endY: number } {
  const p = mapPoint(toPage, box.x0, box.y0);
  const q = mapPoint(toPage, box.x1, box.y1);
  switch (style.direction) {
    case 90:
    case 270: {
      const [low, high] = [Math.min(p.y, q.y), Math.max(p.y, q.y)];
      return {
        x: origin.x,
        y: style.direction === 90 ? low : high,
        endX: origin.x,
        endY: style.direction === 90 ? high : low,
      };
    }
    case 180:
      return { x: Math.max(p.x, q.x), y: origin.y, endX: Math.min(p.x, q.x), endY: origin.y };
    default:
      return { x: Math.min(p.x, q.x), y: origin.y, endX: Math.max(p.x, q.x), endY: origin.y };
  }
}

function isSamePlace(glyph: RawGlyph, origin: Point): boolean {
  return Math.abs(glyph.origin.x - origin.x) < 0.01 && Math.abs(glyph.origin.y - origin.y) < 0.01;
}

/** `signs`: the font of a sign of which the file does not say what it is; the engine then gives its place in the font. */
function characterAt(functions: PdfiumFunctions, textPage: number, index: number, signs: Font | undefined): string {
  const code = functions.FPDFText_GetUnicode(textPage, index);
  if (signs) return mathSign(signs.name, code) ?? unknownCharacter;
  if (code === 0x20 || code === 0xa0 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0x3000) return ' ';
  if (functions.FPDFText_IsHyphen(textPage, index) === 1) return '-';
  const isPrivate = (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
  const isControl =
    code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff;
  const bullet = privateBullets.get(code);
  if (bullet !== undefined) return bullet;
  if (isControl || isPrivate || code === 0xfffe || code === 0xffff) return unknownCharacter;
  return String.fromCodePoint(code);
}

function readStyle(
  functions: PdfiumFunctions,
  heap: Heap,
  fonts: FontTable,
  textPage: number,
  index: number,
  object: number,
  toPage: Matrix,
): TextStyle {
  const at = heap.scratch;
  const font = fonts.get(functions.FPDFTextObj_GetFont(object));
  const mode = functions.FPDFTextObj_GetTextRenderMode(object);
  const coloured = functions.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12) !== 0;
  const colour = coloured ? (heap.int(0) << 16) | (heap.int(1) << 8) | heap.int(2) : 0;
  const transparent = coloured && heap.int(3) === 0;
  functions.FPDFText_GetMatrix(textPage, index, at);
  const [a, b, c, d] = [heap.float(0), heap.float(1), heap.float(2), heap.float(3)];
  const right = { x: toPage.a * a + toPage.c * b, y: toPage.b * a + toPage.d * b };
  const up = { x: toPage.a * c + toPage.c * d, y: toPage.b * c + toPage.d * d };
  const size = functions.FPDFText_GetFontSize(textPage, index) * Math.hypot(up.x, up.y);
  const degrees = Math.round((Math.atan2(right.y, right.x) * 180) / Math.PI);
  const stretch = Math.hypot(right.x, right.y) / Math.hypot(up.x, up.y);
  return { object, font, size, stretch, direction: (degrees + 360) % 360, colour, mode, transparent, tagged: {} };
}

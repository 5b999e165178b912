import type { Gap, Glyph } from '../page/page-content.ts';
import { continues, type Fragment, fragmentOf, type Piece, pieceOf } from './fragment.ts';

/** Gaps in shares of the size of the font: a wider one ends a fragment, a narrower one parts words. */
const widest = 1.05;
const widestAfterSpace = 1.3;
const wordGap = 0.14;
/** Where the page writes its spaces as characters, a gap without one is mostly kerning or tracking. */
const wordGapBesideSpaces = 0.24;
/** Listings set each letter in a cell of its own. */
const codeGap = 0.35;
/** How far back a glyph may start: kerning, and accents set over the letter before. */
const overlap = 0.6;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const backwards = 0.05;
/** Rises of the baseline within one line, and of scripts on it. */
const level = 0.08;
const scriptRise = 0.6;

/** Strings together glyphs that follow each other on one line, in the order of the page's program. */
export function findFragments(glyphs: readonly (Glyph | Gap)[]): Fragment[] {
  const threshold = writesSpaces(glyphs) ? wordGapBesideSpaces : wordGap;
  const fragments: Fragment[] = [];
  let pieces: Piece[] = [];
  let pending = false;
  let last: Glyph | undefined;
  const flush = (): void => {
    if (pieces.length > 0) fragments.push(fragmentOf(pieces, fragments.length));
    pieces = [];
    last = undefined;
  };
  for (const glyph of glyphs) {
    if (glyph === 'gap') {
      pending = true;
      continue;
    }
    if (last && !follows(last, glyph, pieces, pending)) flush();
    const piece = pieces.at(-1);
    const gap = last ? (glyph.x0 - last.x1) / Math.min(glyph.size, last.size) : 0;
    const isCode = last?.font.mono === true && glyph.font.mono;
    const space = last !== undefined && (pending || gap > (isCode ? codeGap : threshold));
    if (piece && !space && continues(piece, glyph)) {
      piece.text += glyph.text;
      piece.x1 = Math.max(piece.x1, glyph.x1);
    } else pieces.push(pieceOf(glyph, space));
    pending = false;
    last = glyph;
  }
  flush();
  return fragments;
}

function writesSpaces(glyphs: readonly (Glyph | Gap)[]): boolean {
  let gaps = 0;
  for (const glyph of glyphs) if (glyph === 'gap') gaps++;
  return gaps > 0.08 * glyphs.length;
}

function follows(last: Glyph, next: Glyph, pieces: readonly Piece[], afterSpace: boolean): boolean {
  const size = Math.max(last.size, next.size);
  const gap = next.x0 - last.x1;
  if (gap < -overlap * size || gap > (afterSpace ? widestAfterSpace : widest) * size) return false;
  // What stands before the last letter, or before the sign that ends its sentence, runs the other way.
  if (gap < -backwards * size && (rightToLeft.test(next.text) || rightToLeft.test(last.text))) return false;
  // Small print beside the line: numbers in the margin.
  if (gap > 0.4 * size && Math.min(next.size, last.size) < 0.85 * size) return false;
  const rise = Math.abs(next.baseline - last.baseline);
  if (rise <= level * size) return true;
  if (rise > scriptRise * size) return false;
  // Back from a script to the line it belongs to.
  if (pieces.some(({ baseline }) => Math.abs(baseline - next.baseline) <= level * size)) return true;
  return gap < 0.5 * size && (differInSize(last, next) || rise <= 0.25 * size);
}

function differInSize(a: Glyph, b: Glyph): boolean {
  return Math.min(a.size, b.size) < 0.92 * Math.max(a.size, b.size);
}

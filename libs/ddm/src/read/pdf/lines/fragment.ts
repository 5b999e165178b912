import type { ContentRole } from '../engine/content-roles.ts';
import type { Font } from '../engine/fonts.ts';
import type { Glyph } from '../page/page-content.ts';

export type Script = 'base' | 'super' | 'sub';

/** Letters of one style without a space between them: a word or a part of one. `space`: white space stands before it. */
export type Piece = {
  text: string;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  font: Font;
  colour: number;
  space: boolean;
  script: Script;
  /** What the structure tree says that it is. */
  role?: ContentRole;
  /** Place in the reading order of the page, by the structure tree. */
  rank?: number;
};

/** Pieces on one baseline without a wide gap between them. Points of the page. */
export type Fragment = {
  pieces: Piece[];
  /** Letters in it. */
  length: number;
  x0: number;
  x1: number;
  baseline: number;
  /** Of most letters. */
  size: number;
  font: Font;
  /** Place in the order of the page's program. */
  order: number;
};

/** Shares of the size of a font that stand above and below its baseline, for boxes around text. */
export const ascent = 0.75;
export const descent = 0.22;

export function topOf({ baseline, size }: { baseline: number; size: number }): number {
  return baseline - ascent * size;
}

export function bottomOf({ baseline, size }: { baseline: number; size: number }): number {
  return baseline + descent * size;
}

export function pieceOf(glyph: Glyph, space: boolean): Piece {
  const { text, x0, x1, baseline, size, font, colour, role, rank } = glyph;
  const tagged = { ...(role === undefined ? {} : { role }), ...(rank === undefined ? {} : { rank }) };
  return { text, x0, x1, baseline, size, font, colour, space, script: 'base', ...tagged };
}

/** Whether a glyph goes on in the style of a piece. */
export function continues(piece: Piece, glyph: Glyph): boolean {
  return (
    piece.font === glyph.font &&
    piece.colour === glyph.colour &&
    piece.role === glyph.role &&
    piece.rank === glyph.rank &&
    Math.abs(piece.size - glyph.size) < 0.01 &&
    Math.abs(piece.baseline - glyph.baseline) < 0.3
  );
}

export function fragmentOf(pieces: Piece[], order: number): Fragment {
  const main = mainPiece(pieces);
  let x0 = Infinity;
  let x1 = -Infinity;
  let length = 0;
  for (const piece of pieces) {
    x0 = Math.min(x0, piece.x0);
    x1 = Math.max(x1, piece.x1);
    length += piece.text.length;
  }
  const fragment = { pieces, length, x0, x1, baseline: main.baseline, size: main.size, font: main.font, order };
  markScripts(pieces, fragment);
  return fragment;
}

/** A piece of the style most letters have; where two styles have as many, the larger. */
function mainPiece(pieces: readonly Piece[]): Piece {
  const [first] = pieces;
  if (!first) throw new Error('a fragment without pieces');
  if (pieces.length === 1) return first;
  const weights = new Map<string, { piece: Piece; letters: number }>();
  for (const piece of pieces) {
    const key = `${piece.size.toFixed(1)} ${piece.baseline.toFixed(0)}`;
    const weight = weights.get(key);
    if (!weight) weights.set(key, { piece, letters: piece.text.length });
    else {
      weight.letters += piece.text.length;
      if (piece.text.length > weight.piece.text.length) weight.piece = piece;
    }
  }
  const best = [...weights.values()].reduce((a, b) =>
    b.letters > a.letters || (b.letters === a.letters && b.piece.size > a.piece.size) ? b : a,
  );
  return best.piece;
}

/** Marks pieces that are smaller than the rest and stand above or below its baseline. */
export function markScripts(pieces: readonly Piece[], { size, baseline }: { size: number; baseline: number }): void {
  for (const piece of pieces) {
    if (piece.size >= 0.92 * size) continue;
    const rise = baseline - piece.baseline;
    if (rise > 0.12 * size) piece.script = 'super';
    else if (rise < -0.08 * size) piece.script = 'sub';
  }
}

/** The text of pieces, words apart by single spaces. */
export function textOf(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += piece.space && text !== '' ? ` ${piece.text}` : piece.text;
  return text;
}

import type { Gap } from '../page/page-content.ts';
import { describeFont, type Font } from './fonts.ts';
import type { RawGlyph } from './page-glyphs.ts';

/** A font without a name whose letters are all of one width. */
const fixedPitch: Font = { ...describeFont(''), mono: true };

/** Letters to judge by, and how much their widths may differ, in sizes of the font. */
const fewest = 10;
const tolerance = 0.03;

/** Fonts drawn by the file itself (Type 3) have no name to tell that they are for code; the widths of their letters do. */
export function markFixedPitch(glyphs: readonly (RawGlyph | Gap)[]): void {
  const widths = new Map<Font, number[]>();
  for (const glyph of glyphs) {
    if (glyph === 'gap' || glyph.style.font.name !== '' || !/^\p{L}$/u.test(glyph.text)) continue;
    const held = widths.get(glyph.style.font) ?? [];
    held.push(Math.hypot(glyph.endX - glyph.x, glyph.endY - glyph.y) / glyph.style.size);
    widths.set(glyph.style.font, held);
  }
  const fixed = new Set([...widths].filter(([, list]) => isConstant(list)).map(([font]) => font));
  if (fixed.size === 0) return;
  for (const glyph of glyphs) if (glyph !== 'gap' && fixed.has(glyph.style.font)) glyph.style.font = fixedPitch;
}

function isConstant(widths: readonly number[]): boolean {
  return widths.length >= fewest && Math.max(...widths) - Math.min(...widths) < tolerance * Math.max(1, ...widths);
}

import type { Gap, Glyph } from './page-content.ts';

/** Accents that fonts set as characters of their own, and the combining character each stands for. */
const combining: Record<string, string> = {
  '`': '\u0300',
  '´': '\u0301',
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '~': '\u0303',
  '¯': '\u0304',
  ˉ: '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030a',
  '˝': '\u030b',
  ˇ: '\u030c',
  '¸': '\u0327',
  '˛': '\u0328',
};

/** Letters between an accent and the one it stands over. */
const reach = 12;

const dotless: Record<string, string> = { ı: 'i', ȷ: 'j' };

/** Puts accents that stand over or under a letter together with it, whichever of the two is drawn first. */
export function composeAccents(glyphs: readonly (Glyph | Gap)[]): (Glyph | Gap)[] {
  const composed: (Glyph | Gap)[] = [];
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i] as Glyph | Gap;
    const mark = glyph === 'gap' ? undefined : combining[glyph.text];
    if (glyph === 'gap' || mark === undefined) {
      composed.push(glyph);
      continue;
    }
    const next = glyphs[i + 1];
    if (next && isUnder(next, glyph)) {
      composed.push(withMark(next, mark));
      i++;
      continue;
    }
    // The accent may also be drawn after the word that it stands in.
    const at = composed.findLastIndex((base, place) => place >= composed.length - reach && isUnder(base, glyph));
    if (at >= 0) composed[at] = withMark(composed[at] as Glyph, mark);
    else composed.push(glyph);
  }
  return composed;
}

function isUnder(base: Glyph | Gap, accent: Glyph): base is Glyph {
  if (base === 'gap' || !/^\p{L}$/u.test(base.text) || Math.abs(base.size - accent.size) > 0.1 * accent.size) {
    return false;
  }
  const middle = (accent.x0 + accent.x1) / 2;
  const width = base.x1 - base.x0;
  return (
    middle > base.x0 + 0.1 * width && middle < base.x1 && Math.abs(base.baseline - accent.baseline) < 0.5 * base.size
  );
}

function withMark(base: Glyph, mark: string): Glyph {
  return { ...base, text: `${dotless[base.text] ?? base.text}${mark}`.normalize('NFC') };
}

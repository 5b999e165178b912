import type { TextPage } from './text-page.ts';
import { composeAccents } from '../page/compose-accents.ts';
import { unknownCharacter } from '../engine/page-glyphs.ts';
import type { Gap, Glyph, HiddenReason, PageContent } from '../page/page-content.ts';
import { findFragments } from './find-fragments.ts';

/** Zero-width characters, direction marks and tags: drawn as nothing, so that people do not see what they spell. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/u;

/** Share of the glyphs of a page without a known meaning from which its text is put to the test. */
const fewMapped = 0.3;

/** Text has vowels and small letters; codes of glyphs taken for characters seldom do. */
function readsLikeWords(glyphs: readonly (Glyph | Gap)[]): boolean {
  let letters = 0;
  let small = 0;
  let vowels = 0;
  for (const glyph of glyphs) {
    if (glyph === 'gap' || !/\p{L}/u.test(glyph.text)) continue;
    letters++;
    if (/\p{Ll}|\p{Lo}/u.test(glyph.text)) small++;
    if (/[aeiouyàâäéèêëíïóôöúùûü]|\p{Lo}/iu.test(glyph.text)) vowels++;
  }
  return letters > 0.5 * glyphs.length && small > 0.6 * letters && vowels > 0.25 * letters;
}

/** Glyphs to fragments; what nobody sees is counted and left out. */
export function toTextPage(content: PageContent): TextPage {
  const { glyphs: all, turned, ...page } = content;
  const hidden: Partial<Record<HiddenReason, number>> = {};
  const hide = (reason: HiddenReason): void => {
    hidden[reason] = (hidden[reason] ?? 0) + 1;
  };
  const visible: (Glyph | Gap)[] = [];
  for (const glyph of all) {
    if (glyph === 'gap') visible.push(glyph);
    else if (glyph.hidden) hide(glyph.hidden);
    else if (glyph.text === '\u00ad') visible.push({ ...glyph, text: '-' });
    else if (unseen.test(glyph.text)) hide('invisible');
    else visible.push(glyph);
  }
  const guessed = visible.filter(
    (glyph) => glyph !== 'gap' && (glyph.guessed === true || glyph.text === unknownCharacter),
  );
  const isGarbage = guessed.length > fewMapped * visible.length && !readsLikeWords(guessed);
  const doubtful = new Set(guessed);
  const known = isGarbage ? visible.filter((glyph) => !doubtful.has(glyph)) : visible;
  return {
    ...page,
    fragments: findFragments(composeAccents(known)),
    isGarbage,
    turned: turned.filter((glyph) => !glyph.hidden).map(({ text }) => text),
    hidden,
  };
}

import { captionLabel } from '../blocks/caption-label.ts';
import type { Rect } from '../engine/matrix.ts';
import { bottomOf, type Fragment, textOf, topOf } from '../lines/fragment.ts';
import type { BodyStyle } from './body-style.ts';
import { isInside, unionOf } from './regions.ts';

/** From this share of the size of the text on, letters are those of the text and not of a drawing. */
const textSize = 0.93;
/** In sizes of the label: how far from its drawing it stands at most, above or below it, and beside it. */
const reachDown = 1.3;
const reachAside = 1.6;
/** Letters of the longest label. */
const longest = 60;

/**
 * Drawings with the labels around them: the numbers and names of axes, titles of panels, legends. A label is set smaller
 * than the text, or is a number; it stands right beside its drawing, or beside another label of it, with no text between.
 */
export function withLabels(regions: readonly Rect[], fragments: readonly Fragment[], body: BodyStyle): Rect[] {
  const labels = fragments.filter((fragment) => isLabel(fragment, body));
  const text = fragments.filter((fragment) => !labels.includes(fragment));
  return regions.map((region) => {
    const besides = text.filter((fragment) => !isInside(fragment, region));
    let grown = region;
    let open = labels.filter((label) => !isInside(label, region));
    for (let before = 0; before !== open.length;) {
      before = open.length;
      open = open.filter((label) => {
        const larger = unionOf(grown, rectOf(label));
        if (!isBeside(label, grown) || besides.some((fragment) => isInside(fragment, larger))) return true;
        grown = larger;
        return false;
      });
    }
    return grown;
  });
}

function isLabel(fragment: Fragment, body: BodyStyle): boolean {
  const text = textOf(fragment.pieces);
  if (text.length > longest || captionLabel(text)) return false;
  return fragment.size < textSize * body.size || /^[\d\s.,%×·−–+-]+$/.test(text);
}

function isBeside(label: Fragment, region: Rect): boolean {
  const { x0, y0, x1, y1 } = rectOf(label);
  const apartX = Math.max(region.x0 - x1, x0 - region.x1);
  const apartY = Math.max(region.y0 - y1, y0 - region.y1);
  return (apartX <= 0 && apartY <= reachDown * label.size) || (apartY <= 0 && apartX <= reachAside * label.size);
}

function rectOf(fragment: Fragment): Rect {
  return { x0: fragment.x0, y0: topOf(fragment), x1: fragment.x1, y1: bottomOf(fragment) };
}

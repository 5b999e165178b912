import { type Block, plainText, styleOf, type TextBlock } from '../blocks/block.ts';
import { captionLabel } from '../blocks/caption-label.ts';
import { type ListMarker, listMarker } from '../blocks/list-marker.ts';
import type { BodyStyle } from '../layout/body-style.ts';
import type { Heading } from './find-headings.ts';
import type { FootnoteBlock } from './find-footnotes.ts';
import { isFormula } from './is-formula.ts';
import { taggedItem } from './tagged-role.ts';
import type { Unit } from './unit.ts';

/** Says of each block what it is. */
export function classify(
  blocks: readonly Block[],
  headings: ReadonlyMap<TextBlock, Heading>,
  footnotes: ReadonlyMap<TextBlock, FootnoteBlock>,
  body: BodyStyle,
): Unit[] {
  const items = blocks.filter((block) => block.kind === 'text' && taggedItem(block.lines) !== undefined);
  const drawsBullets = !items.some((block) => block.kind === 'text' && listMarker(plainText(block)));
  return blocks.map((block, i) => {
    if (block.kind === 'area') return { type: 'area', block };
    const heading = headings.get(block);
    if (heading) return { type: 'heading', ...heading };
    const footnote = footnotes.get(block);
    if (footnote) return { type: 'footnote', ...footnote };
    const text = plainText(block);
    const label = captionLabel(text);
    if (label && (label.ended || isBesideArea(blocks, i)) && isCaptionSet(block, label.ended, body)) {
      return { type: 'caption', block, label };
    }
    if (styleOf(block.lines).mono && /\S/.test(text)) return { type: 'code', block };
    if (isFormula(block)) return { type: 'formula', block };
    const marker = listMarker(text) ?? (drawsBullets ? taggedMarker(block) : undefined);
    if (marker) return { type: 'item', block, marker };
    return { type: 'text', block };
  });
}

/** Of a tagged list whose bullets are drawings, only the structure tree tells the items. */
function taggedMarker(block: TextBlock): ListMarker | undefined {
  return taggedItem(block.lines) === undefined ? undefined : { marker: '', ordered: false, length: 0 };
}

function isBesideArea(blocks: readonly Block[], index: number): boolean {
  return blocks[index - 1]?.kind === 'area' || blocks[index + 1]?.kind === 'area';
}

/** "Table 2 shows …" opens a sentence of the text; a caption without a sign after its label is set in another way. */
function isCaptionSet(block: TextBlock, ended: boolean, body: BodyStyle): boolean {
  if (ended) return true;
  const style = styleOf(block.lines);
  return Math.abs(style.size - body.size) > 0.04 * body.size || style.italic || style.bold;
}

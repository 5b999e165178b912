import { type Block, firstLine, lastLine, plainText, type TextBlock } from '../blocks/block.ts';
import type { BodyStyle } from '../layout/body-style.ts';
import type { Line } from '../lines/line.ts';

export type FootnoteBlock = { block: TextBlock; label?: string };

/** From this share of the size of the text on, letters are small print. */
const small = 0.94;
const marker = /^(\d{1,3}|[*∗†‡§¶‖#]{1,3}|[a-z]$)/u;

/**
 * Footnotes: small print at the foot of a column, each beginning with a raised number or sign. Blocks that hold several
 * are cut, and the blocks that are left over keep their order.
 */
export function findFootnotes(
  blocks: readonly Block[],
  body: BodyStyle,
  pageHeight: number,
): { blocks: Block[]; footnotes: Map<TextBlock, FootnoteBlock> } {
  const footnotes = new Map<TextBlock, FootnoteBlock>();
  const result: Block[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'text' || !isFoot(block, blocks.slice(i + 1), body, pageHeight)) {
      result.push(block);
      continue;
    }
    for (const part of cutAtMarkers(block)) {
      const label = labelOf(firstLine(part));
      const before = result.at(-1);
      // Small print without a marker goes on with the note above it.
      if (label === undefined && before?.kind === 'text' && footnotes.has(before) && before.column === part.column) {
        before.lines.push(...part.lines);
        continue;
      }
      if (label !== undefined) footnotes.set(part, { block: part, label });
      result.push(part);
    }
  }
  return { blocks: result, footnotes };
}

function isFoot(block: TextBlock, after: readonly Block[], body: BodyStyle, pageHeight: number): boolean {
  const line = firstLine(block);
  if (line.size >= small * body.size || lastLine(block).baseline < 0.5 * pageHeight) return false;
  if (!/\p{L}{2}/u.test(plainText(block))) return false;
  const below = after.filter((other): other is TextBlock => other.kind === 'text' && other.column === block.column);
  return below.every((other) => firstLine(other).size < small * body.size);
}

function cutAtMarkers(block: TextBlock): TextBlock[] {
  const parts: TextBlock[] = [];
  for (const line of block.lines) {
    const part = parts.at(-1);
    if (part && labelOf(line) === undefined) part.lines.push(line);
    else parts.push({ ...block, lines: [line] });
  }
  return parts;
}

/** A raised marker, or a sign that is raised by its shape. */
function labelOf(line: Line): string | undefined {
  const [first] = line.pieces;
  if (!first) return undefined;
  const match = marker.exec(first.text);
  if (!match?.[1]) return undefined;
  const isRaised = first.script === 'super' && match[1] === first.text;
  return isRaised || /^[*∗†‡§¶‖]/u.test(match[1]) ? match[1] : undefined;
}

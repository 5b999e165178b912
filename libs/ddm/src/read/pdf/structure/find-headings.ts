import { inferRole } from '../../../enrich/section-roles.ts';
import {
  type Block,
  type BlockStyle,
  firstLine,
  lastLine,
  plainText,
  styleOf,
  type TextBlock,
} from '../blocks/block.ts';
import { captionLabel } from '../blocks/caption-label.ts';
import type { Bookmark } from '../engine/bookmarks.ts';
import type { BodyStyle } from '../layout/body-style.ts';
import type { Line } from '../lines/line.ts';
import { taggedDepth } from './tagged-role.ts';
import { headingNumber, type NumberedHeading } from './heading-number.ts';

export type Heading = { block: TextBlock; text: string; number?: string; depth: number };

type Candidate = {
  block: TextBlock;
  text: string;
  style: BlockStyle;
  numbered?: NumberedHeading;
  known: boolean;
  marked?: Bookmark;
  /** Its depth, where the structure tree has it as a heading. */
  tagged?: number;
};

const maxLines = 4;
const maxLength = 220;
/** From this share of the size of the text on, letters are larger. */
const larger = 1.07;

/**
 * Headings among the blocks of the text: set apart by size, weight or capitals, short, with text after them. Where a
 * document numbers its headings, what has no number must look like one that has, or be a name that sections have.
 */
export function findHeadings(
  blocks: readonly Block[],
  body: BodyStyle,
  bookmarks: readonly Bookmark[],
): Map<TextBlock, Heading> {
  const titles = new Map(bookmarks.map((bookmark) => [fold(bookmark.title), bookmark]));
  const candidates: Candidate[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'text') continue;
    const candidate = candidateOf(block, body, titles);
    if (!candidate || !hasTextAfter(blocks, i) || !isApart(block, blocks[i - 1], body)) continue;
    if (!opensParagraph(candidate, blocks[i + 1], body)) candidates.push(candidate);
  }
  const numbered = candidates.filter((candidate) => candidate.numbered);
  const accepted = candidates.filter(
    (candidate) =>
      candidate.numbered ||
      candidate.known ||
      candidate.marked ||
      candidate.tagged !== undefined ||
      numbered.length < 3 ||
      numbered.some((other) => isAlike(other.style, candidate.style)),
  );
  return depthsOf(accepted);
}

function candidateOf(block: TextBlock, body: BodyStyle, titles: ReadonlyMap<string, Bookmark>): Candidate | undefined {
  if (block.lines.length > maxLines) return undefined;
  const raw = plainText(block).replace(/\s+/g, ' ').trim();
  if (raw.length > maxLength || !/\p{L}{2}/u.test(raw) || captionLabel(raw)?.ended) return undefined;
  if (
    (isMath(block, raw) && !/^\d[\d.]* \p{Lu}/u.test(raw)) ||
    /[=∑∏∫]/u.test(raw) ||
    (!headingNumber(raw) && block.lines.some(hasGap))
  ) {
    return undefined;
  }
  if (/[,;]$/.test(raw) || block.lines.some(({ fragments }) => fragments.length > 3)) return undefined;
  const style = styleOf(block.lines);
  const numbered = headingNumber(raw);
  const text = (numbered?.title ?? raw).trim();
  const known = inferRole(raw) !== 'other';
  const marked = titles.get(fold(raw)) ?? titles.get(fold(text));
  const isLarger = style.size >= larger * body.size;
  const isBold = style.bold && style.size >= 0.9 * body.size;
  const stands =
    style.capitals || style.italic || (style.family !== body.family && style.size >= 0.9 * body.size && !style.mono);
  const words = text.split(' ').length;
  if ((style.mono || (numbered && isListed(block))) && !isLarger) return undefined;
  const tagged = taggedDepth(block.lines);
  const looks =
    tagged !== undefined ||
    isLarger ||
    isBold ||
    (stands && ((numbered !== undefined && /\d|^[IVX]+$/.test(numbered.number)) || known)) ||
    (marked !== undefined && (numbered !== undefined || known) && block.lines.length === 1);
  if (!looks || (/[.:]$/.test(text) && words > 8 && !isLarger)) return undefined;
  if (/[:]$/.test(text) && !isLarger && !numbered) return undefined;
  // Single letters and formulas set large are no headings.
  if (!known && !numbered && text.replaceAll(/[^\p{L}]/gu, '').length < 3) return undefined;
  return {
    block,
    text,
    style,
    ...(numbered ? { numbered } : {}),
    known,
    ...(marked ? { marked } : {}),
    ...(tagged === undefined ? {} : { tagged }),
  };
}

/** Numbered items of a list are moved in; headings stand at the margin or in the middle. */
function isListed({ lines, margins }: TextBlock): boolean {
  return lines.every(({ x0, x1, size }) => {
    const isCentred = Math.abs(x0 + x1 - margins.left - margins.right) < 3 * size;
    return x0 > margins.left + 0.6 * size && !isCentred;
  });
}

/** Formulas and their large signs. */
function isMath(block: TextBlock, text: string): boolean {
  let math = 0;
  for (const { pieces } of block.lines) for (const piece of pieces) if (piece.font.math) math += piece.text.length;
  const signs = text.match(/[=<>≤≥∑∏∫∈|�+−]/gu)?.length ?? 0;
  return math > 0.3 * text.length || signs > 0.08 * text.length || (signs > 0 && /\(\d+\)$/.test(text));
}

/** Cells of a table stand apart. */
function hasGap({ fragments, size }: Line): boolean {
  return fragments.some((fragment, i) => i > 0 && fragment.x0 - (fragments[i - 1]?.x1 ?? 0) > 1.6 * size);
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A heading without anything below it is the last line of something else. */
function hasTextAfter(blocks: readonly Block[], index: number): boolean {
  return blocks.slice(index + 1, index + 12).some((block) => block.kind === 'area' || block.lines.length > 0);
}

/** The first line of a paragraph that goes on in another style is no heading. */
function isApart(block: TextBlock, before: Block | undefined, body: BodyStyle): boolean {
  if (!before || before.kind !== 'text' || before.column !== block.column) return true;
  const gap = firstLine(block).baseline - lastLine(before).baseline;
  return gap > 1.02 * body.leading || gap < 0;
}

/** The first line of a paragraph that opens with bold words may be bold from end to end. */
function opensParagraph({ block, numbered, known }: Candidate, after: Block | undefined, body: BodyStyle): boolean {
  if (numbered || known || !after || after.kind !== 'text' || after.column !== block.column) return false;
  const last = lastLine(block);
  const next = firstLine(after);
  if (Math.abs(last.size - next.size) > 0.04 * last.size) return false;
  return next.baseline - last.baseline < 1.15 * body.leading && last.x1 > block.margins.right - 2 * last.size;
}

function isAlike(a: BlockStyle, b: BlockStyle): boolean {
  return (
    Math.abs(a.size - b.size) < 0.04 * a.size && a.bold === b.bold && a.italic === b.italic && a.family === b.family
  );
}

function depthsOf(candidates: readonly Candidate[]): Map<TextBlock, Heading> {
  const levels = levelsOf(candidates);
  const shallowest = Math.min(...candidates.flatMap(({ marked }) => (marked ? [marked.depth] : [])));
  const highest = Math.min(...candidates.flatMap(({ tagged }) => (tagged === undefined ? [] : [tagged])));
  const headings = new Map<TextBlock, Heading>();
  for (const candidate of candidates) {
    const { block, text, numbered, marked, tagged } = candidate;
    const outlined = tagged === undefined ? marked && marked.depth - shallowest + 1 : tagged - highest + 1;
    // A single number may count the headings of any depth; one of several parts tells its own.
    const counted = numbered && (numbered.parts > 1 || outlined === undefined) ? numbered.parts : undefined;
    const depth = counted ?? outlined ?? levels(candidate.style);
    headings.set(block, { block, text, ...(numbered ? { number: numbered.number } : {}), depth });
  }
  return headings;
}

/** The depth of a style: that of the numbered headings in it, else its rank among the styles by size. */
function levelsOf(candidates: readonly Candidate[]): (style: BlockStyle) => number {
  const styles: { style: BlockStyle; parts?: number }[] = [];
  for (const { style, numbered } of candidates) {
    const held = styles.find((other) => isAlike(other.style, style));
    if (!held) styles.push({ style, ...(numbered ? { parts: numbered.parts } : {}) });
    else if (numbered && held.parts === undefined) held.parts = numbered.parts;
  }
  const weight = ({ size, bold, capitals }: BlockStyle): number => size * (bold ? 1.04 : 1) * (capitals ? 1.03 : 1);
  const ranked = styles.toSorted((a, b) => weight(b.style) - weight(a.style));
  return (style) => {
    const at = ranked.findIndex((entry) => isAlike(entry.style, style));
    const own = ranked[at]?.parts;
    if (own !== undefined) return own;
    const above = ranked.slice(0, at).findLast((entry) => entry.parts !== undefined);
    if (above?.parts !== undefined) {
      const between = ranked.slice(ranked.indexOf(above) + 1, at).length;
      const isClose = weight(above.style) < 1.05 * weight(style);
      return Math.min(6, above.parts + between + (isClose ? 0 : 1));
    }
    return ranked.some(({ parts }) => parts !== undefined) ? 1 : Math.min(6, at + 1);
  };
}

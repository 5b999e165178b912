import type { BodyStyle } from '../layout/body-style.ts';
import type { Column } from '../layout/lay-out-page.ts';
import { type Line, shareSize } from '../lines/line.ts';
import { taggedDepth, taggedItem } from '../structure/tagged-role.ts';
import { type Block, styleOf, type TextBlock } from './block.ts';
import { captionLabel } from './caption-label.ts';
import { listMarker } from './list-marker.ts';
import type { Margins, MarginFinder } from './margins.ts';

/** Gaps in shares of the usual distance of baselines. */
const looseGap = 1.3;
const tightGap = 0.4;

/** Cuts columns into blocks: paragraphs, headings, captions, items, with figures and tables in their places. */
export function findBlocks(columns: readonly Column[], finder: MarginFinder, body: BodyStyle): Block[] {
  return columns.flatMap((column, number) => new ColumnCutter(column, number, finder.of(column), body).cut());
}

class ColumnCutter {
  readonly #column: Column;
  readonly #number: number;
  readonly #margins: Margins;
  readonly #body: BodyStyle;
  readonly #blocks: Block[] = [];
  #open: TextBlock | undefined;

  constructor(column: Column, number: number, margins: Margins, body: BodyStyle) {
    this.#column = column;
    this.#number = number;
    this.#margins = margins;
    this.#body = body;
  }

  cut(): Block[] {
    const areas = this.#column.areas.toSorted((a, b) => a.y0 - b.y0);
    for (const line of this.#column.lines) {
      while (areas[0] && areas[0].y0 < line.top) this.#place(areas.shift() as (typeof areas)[number]);
      const last = this.#open?.lines.at(-1);
      if (this.#open && last && !this.#parts(last, line, this.#open)) this.#open.lines.push(line);
      else this.#start(line);
    }
    for (const area of areas) this.#place(area);
    return this.#blocks;
  }

  #place(area: Column['areas'][number]): void {
    this.#blocks.push({ kind: 'area', area, column: this.#number });
    this.#open = undefined;
  }

  #start(line: Line): void {
    this.#open = { kind: 'text', lines: [line], margins: this.#margins, column: this.#number };
    this.#blocks.push(this.#open);
  }

  /** Whether a line begins something new after the line above it. */
  #parts(above: Line, line: Line, open: TextBlock): boolean {
    const gap = line.baseline - above.baseline;
    const usual = this.#usualGap(line);
    if (gap > looseGap * usual || gap < tightGap * usual) return true;
    if (this.#differ(above, line)) return true;
    if (continuesHeading(open.lines[0] as Line, line)) return false;
    if (startsCaption(line, gap / usual)) return true;
    return this.#startsItem(above, line, open) || this.#startsParagraph(above, line, open);
  }

  /** Lines of text of another size keep a distance of their own. */
  #usualGap(line: Line): number {
    const { leading, size } = this.#body;
    const own = largestWords(line);
    return Math.abs(own - size) < 0.06 * size ? leading : Math.max(1.22 * own, (leading * own) / size);
  }

  #differ(above: Line, line: Line): boolean {
    if (!shareSize(above, line)) return true;
    if (taggedDepth([above]) !== taggedDepth([line]) || taggedItem([above]) !== taggedItem([line])) return true;
    const [a, b] = [styleOf([above]), styleOf([line])];
    if (a.bold && b.bold && this.#endsHeading(above, line)) return true;
    return a.bold !== b.bold || (a.mono !== b.mono && (above.text.length > 12 || b.mono));
  }

  /** A numbered heading that is short of the margin has ended; its second line would stand below its first word. */
  #endsHeading(above: Line, line: Line): boolean {
    const isNumbered = /^\d+(?:\.\d+)*\.?\s+\p{Lu}/u.test(above.text);
    const isHanging = line.x0 > above.x0 + 0.8 * above.size;
    // Lines of one heading stand closer than a heading and what follows it.
    const isClose = line.baseline - above.baseline < 1.4 * line.size;
    return isNumbered && !isHanging && !isClose && this.#margins.right - above.x1 > firstWordWidth(line) + line.size;
  }

  #startsItem(above: Line, line: Line, open: TextBlock): boolean {
    const marker = listMarker(line.text);
    if (!marker) return false;
    const first = open.lines[0] as Line;
    const inList = listMarker(first.text) !== undefined;
    // A number at the start of a line of a paragraph is no marker.
    if (inList) return line.x0 <= first.x0 + 0.5 * line.size || line.x0 >= above.x0;
    return line.x0 > this.#margins.left + 0.5 * line.size || /[.:;?!]$/.test(above.text) || !marker.ordered;
  }

  #startsParagraph(above: Line, line: Line, open: TextBlock): boolean {
    const em = line.size;
    const { left, right, justified } = this.#margins;
    const first = open.lines[0] as Line;
    const moved = line.x0 - above.x0;
    const continuesSentence = /^\p{Ll}/u.test(line.text);
    const isCentred = Math.abs((above.x0 + above.x1) / 2 - (line.x0 + line.x1) / 2) < 0.5 * em && above.x0 > left + em;
    if (isCentred) return false;
    const inItem = listMarker(first.text) !== undefined;
    if (moved > 0.6 * em && !inItem) {
      const isHanging =
        open.lines.length === 1 &&
        above.x1 > right - 2 * em &&
        !/[.?!:]$/.test(above.text) &&
        above.x0 <= left + 0.3 * em;
      if (moved < 6 * em && !isHanging && !(continuesSentence && above.x1 > right - 2 * em)) return true;
    }
    if (moved < -0.6 * em && open.lines.length > 1) {
      const deep = open.lines.slice(1).every(({ x0 }) => x0 > line.x0 + 0.5 * em);
      if (deep && !continuesSentence) return true;
    }
    if (moved < -0.6 * em && inItem && line.x0 < first.x0 - 0.5 * em) return true;
    const rest = right - above.x1;
    const word = firstWordWidth(line);
    const slack = justified ? 0.6 * em : 1.5 * em;
    return (
      rest > word + slack && !continuesSentence && /[.?!:;”"’)\]]$|^\W/u.test(above.text.slice(-1)) && rest > 2 * em
    );
  }
}

/** Small code between words does not make the lines of a paragraph stand closer. */
function largestWords({ pieces, size }: Line): number {
  const words = pieces.filter(({ script, text }) => script === 'base' && /\p{L}{2}/u.test(text));
  return Math.max(...words.map((piece) => piece.size), words.length === 0 ? size : 0);
}

/** The second line of a numbered heading stands below its first word, not below its number. */
function continuesHeading(first: Line, line: Line): boolean {
  if (!/^\d+(?:\.\d+)*\.?\s+\p{L}/u.test(first.text) || !styleOf([first]).bold || !styleOf([line]).bold) return false;
  const word = first.pieces.find(({ space }) => space);
  return word !== undefined && Math.abs(word.x0 - line.x0) < 2;
}

function startsCaption(line: Line, gap: number): boolean {
  const label = captionLabel(line.text);
  return label !== undefined && label.ended && gap > 1.1;
}

function firstWordWidth(line: Line): number {
  const [first] = line.pieces;
  const end = line.pieces.findIndex(({ space }, i) => i > 0 && space);
  const last = line.pieces[(end < 0 ? line.pieces.length : end) - 1];
  return (last?.x1 ?? 0) - (first?.x0 ?? 0);
}

import type { RawGlyph } from '../engine/page-glyphs.ts';
import type { PageGraphics } from '../engine/page-graphics.ts';
import type { Rect } from '../engine/matrix.ts';
import type { HiddenReason } from './page-content.ts';

/** Points below which nobody can read. */
const smallest = 2;
const invisibleMode = 3;
/** From this value on, all three parts of a colour, a colour counts as that of paper: its contrast with white is below 1.2. */
const paper = 0xeb;
/** Width over height below which letters are a line. */
const thinnest = 0.1;
/** Letters that one glyph stands for at most; a ligature has three. */
const mostLetters = 8;
/** Width of a narrow letter over the size of its font. */
const narrow = 0.15;
/** Points by which text may reach over the edge of what it is clipped to. */
const overhang = 2;

type Placed = PageGraphics['graphics'][number];

/** Tells which glyphs of a page nobody sees. Coordinates are those of the displayed page. */
export class HiddenText {
  readonly #graphics: readonly Placed[];
  readonly #covers: readonly Placed[];
  readonly #textOrder: ReadonlyMap<number, number>;
  readonly #textClips: PageGraphics['textClips'];
  readonly #width: number;
  readonly #height: number;

  constructor({ graphics, textOrder, textClips }: PageGraphics, width: number, height: number) {
    // Backgrounds matter to text of the colour of paper; lines do not.
    this.#graphics = graphics.filter(({ rule, white }) => rule === undefined && !white);
    // A scanned page may lie on top of the text that was recognised in it.
    this.#covers = graphics.filter((image) => image.opaque && areaOf(image) < 0.6 * width * height);
    this.#textOrder = textOrder;
    this.#textClips = textClips;
    this.#width = width;
    this.#height = height;
  }

  reasonFor(glyph: RawGlyph): HiddenReason | undefined {
    const { style } = glyph;
    const x = (glyph.x + glyph.endX) / 2;
    const y = (glyph.y + glyph.endY) / 2;
    if (x < 0 || y < 0 || x > this.#width || y > this.#height) return 'off-page';
    if (style.size < smallest) return 'tiny';
    if (style.stretch < thinnest) return 'squeezed';
    if (isReplaced(glyph)) return 'replaced';
    const clip = this.#textClips.get(style.object);
    if (clip && !holds(widened(clip, overhang), x, y)) return 'clipped';
    if (style.mode === invisibleMode || style.transparent) {
      const overImage = this.#graphics.some((graphic) => graphic.kind === 'image' && holds(graphic, x, y));
      return overImage ? undefined : 'invisible';
    }
    if (isPaper(style.colour) && !this.#graphics.some((graphic) => holds(graphic, x, y))) return 'same-colour';
    const z = this.#textOrder.get(style.object);
    if (z !== undefined && this.#covers.some((image) => image.z > z && holds(image, x, y))) return 'covered';
    return undefined;
  }
}

/** Whether a glyph is said to stand for more than fits into its place: another text than the page shows. */
function isReplaced({ text, x, y, endX, endY, style }: RawGlyph): boolean {
  return text.length > mostLetters && text.length * narrow * style.size > Math.hypot(endX - x, endY - y);
}

function widened({ x0, y0, x1, y1 }: Rect, by: number): Rect {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

function isPaper(colour: number): boolean {
  return colour >> 16 >= paper && ((colour >> 8) & 0xff) >= paper && (colour & 0xff) >= paper;
}

function holds({ x0, y0, x1, y1 }: Rect, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function areaOf({ x0, y0, x1, y1 }: Placed): number {
  return (x1 - x0) * (y1 - y0);
}

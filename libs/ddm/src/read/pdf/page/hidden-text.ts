import type { RawGlyph } from '../engine/page-glyphs.ts';
import type { PageGraphics } from '../engine/page-graphics.ts';
import type { HiddenReason } from './page-content.ts';

/** Points below which nobody can read. */
const smallest = 2;
const invisibleMode = 3;
/** From this value on, all three parts of a colour, a colour counts as that of paper. */
const paper = 0xfa;

type Placed = PageGraphics['graphics'][number];

/** Tells which glyphs of a page nobody sees. Coordinates are those of the displayed page. */
export class HiddenText {
  readonly #graphics: readonly Placed[];
  readonly #covers: readonly Placed[];
  readonly #textOrder: ReadonlyMap<number, number>;
  readonly #width: number;
  readonly #height: number;

  constructor({ graphics, textOrder }: PageGraphics, width: number, height: number) {
    // Backgrounds matter to text of the colour of paper; lines do not.
    this.#graphics = graphics.filter(({ rule, white }) => rule === undefined && !white);
    // A scanned page may lie on top of the text that was recognised in it.
    this.#covers = graphics.filter((image) => image.opaque && areaOf(image) < 0.6 * width * height);
    this.#textOrder = textOrder;
    this.#width = width;
    this.#height = height;
  }

  reasonFor(glyph: RawGlyph): HiddenReason | undefined {
    const { style } = glyph;
    const x = (glyph.x + glyph.endX) / 2;
    const y = (glyph.y + glyph.endY) / 2;
    if (x < 0 || y < 0 || x > this.#width || y > this.#height) return 'off-page';
    if (style.size < smallest) return 'tiny';
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

function isPaper(colour: number): boolean {
  return colour >> 16 >= paper && ((colour >> 8) & 0xff) >= paper && (colour & 0xff) >= paper;
}

function holds({ x0, y0, x1, y1 }: Placed, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function areaOf({ x0, y0, x1, y1 }: Placed): number {
  return (x1 - x0) * (y1 - y0);
}

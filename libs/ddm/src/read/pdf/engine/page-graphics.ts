import type { Graphic } from '../page/page-content.ts';
import type { Heap } from './heap.ts';
import { clipOf } from './clip-of.ts';
import { compose, identity, mapRect, type Matrix, type Rect } from './matrix.ts';
import type { PdfiumFunctions } from './pdfium.ts';

const kinds = { text: 1, path: 2, image: 3, shading: 4, form: 5 };
const drawn: ReadonlySet<number> = new Set([kinds.path, kinds.image, kinds.shading]);

/** More objects than this, and a page holds a plot with a point for every datum: the rest adds nothing to its outline. */
const maxObjects = 30_000;
const maxDepth = 8;

/** Points below which a path is a line. */
const ruleThickness = 2.4;

export type PageGraphics = {
  /** In the order of drawing; `z` counts all objects. */
  graphics: (Graphic & { z: number; opaque: boolean })[];
  /** The place in the order of drawing of each text object. */
  textOrder: ReadonlyMap<number, number>;
  /** What may be seen of each text object that is clipped; of those inside forms it is not known. */
  textClips: ReadonlyMap<number, Rect>;
};

/** Images, paths and shadings of a page, also those inside forms. `toPage` maps the coordinates of the file. */
export function readGraphics(functions: PdfiumFunctions, heap: Heap, page: number, toPage: Matrix): PageGraphics {
  return new GraphicsReader(functions, heap, toPage).read(page);
}

class GraphicsReader {
  readonly #functions: PdfiumFunctions;
  readonly #heap: Heap;
  readonly #toPage: Matrix;
  readonly #graphics: PageGraphics['graphics'] = [];
  readonly #textOrder = new Map<number, number>();
  readonly #textClips = new Map<number, Rect>();
  #seen = 0;

  constructor(functions: PdfiumFunctions, heap: Heap, toPage: Matrix) {
    this.#functions = functions;
    this.#heap = heap;
    this.#toPage = toPage;
  }

  read(page: number): PageGraphics {
    const count = this.#functions.FPDFPage_CountObjects(page);
    for (let i = 0; i < count && this.#seen < maxObjects; i++) {
      this.#visit(this.#functions.FPDFPage_GetObject(page, i), identity, 0);
    }
    return { graphics: this.#graphics, textOrder: this.#textOrder, textClips: this.#textClips };
  }

  #visit(object: number, form: Matrix, depth: number): void {
    const z = this.#seen++;
    const type = this.#functions.FPDFPageObj_GetType(object);
    if (type === kinds.text) this.#addText(object, z, depth);
    else if (type === kinds.form) this.#visitForm(object, form, depth);
    else if (drawn.has(type)) this.#add(object, type, form, z, depth);
  }

  #addText(object: number, z: number, depth: number): void {
    this.#textOrder.set(object, z);
    const clip = depth === 0 ? clipOf(this.#functions, this.#heap, object) : undefined;
    if (clip) this.#textClips.set(object, mapRect(this.#toPage, clip));
  }

  #visitForm(object: number, form: Matrix, depth: number): void {
    if (depth >= maxDepth || this.#functions.FPDFPageObj_GetMatrix(object, this.#heap.scratch) === 0) return;
    const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((slot) => this.#heap.float(slot));
    const inner = compose(form, { a: a ?? 1, b: b ?? 0, c: c ?? 0, d: d ?? 1, e: e ?? 0, f: f ?? 0 });
    const count = this.#functions.FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count && this.#seen < maxObjects; i++) {
      this.#visit(this.#functions.FPDFFormObj_GetObject(object, i), inner, depth + 1);
    }
  }

  #add(object: number, type: number, form: Matrix, z: number, depth: number): void {
    const at = this.#heap.scratch;
    if (this.#functions.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12) === 0) return;
    const bounds: Rect = {
      x0: this.#heap.float(0),
      y0: this.#heap.float(1),
      x1: this.#heap.float(2),
      y1: this.#heap.float(3),
    };
    const rect = mapRect(compose(this.#toPage, form), bounds);
    const rule = ruleOf(rect);
    if (type === kinds.image && rule !== undefined) {
      // Some programs draw their rules as pictures of one dot.
      this.#graphics.push({ ...rect, kind: 'path', white: false, z, opaque: false, rule });
      return;
    }
    if (type !== kinds.path) {
      this.#graphics.push({
        ...rect,
        kind: type === kinds.image ? 'image' : 'shading',
        white: false,
        z,
        opaque: type === kinds.image,
      });
      return;
    }
    if (this.#functions.FPDFPath_GetDrawMode(object, at, at + 4) === 0) return;
    const filled = this.#heap.int(0) !== 0;
    const stroked = this.#heap.int(1) !== 0;
    if (!filled && !stroked) return;
    const white = this.#isWhite(object, filled);
    const opaque = depth === 0 && filled && rule === undefined && this.#isOpaqueRectangle(object, rect);
    this.#graphics.push({ ...rect, kind: 'path', white, z, opaque, ...(rule && !white ? { rule } : {}) });
  }

  /**
   * Whether a path hides what is under it. Other shapes may have holes where their bounds have none. What stands in a form is
   * clipped in ways that the engine does not tell.
   */
  #isOpaqueRectangle(object: number, rect: Rect): boolean {
    const at = this.#heap.scratch;
    const segments = this.#functions.FPDFPath_CountSegments(object);
    if (segments < 4 || segments > 6 || this.#functions.FPDFPageObj_HasTransparency(object) !== 0) return false;
    const isPlain = this.#functions.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12) !== 0;
    if (!isPlain || this.#heap.int(3) !== 255) return false;
    const clip = clipOf(this.#functions, this.#heap, object);
    return clip === undefined || contains(mapRect(this.#toPage, clip), rect);
  }

  #isWhite(object: number, filled: boolean): boolean {
    const at = this.#heap.scratch;
    const read = filled
      ? this.#functions.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12)
      : this.#functions.FPDFPageObj_GetStrokeColor(object, at, at + 4, at + 8, at + 12);
    return read !== 0 && [0, 1, 2].every((slot) => this.#heap.int(slot) >= 250);
  }
}

function contains(outer: Rect, inner: Rect): boolean {
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
}

function ruleOf({ x0, y0, x1, y1 }: Rect): 'horizontal' | 'vertical' | undefined {
  const [width, height] = [x1 - x0, y1 - y0];
  if (height <= ruleThickness && width > 8 * Math.max(1, height)) return 'horizontal';
  return width <= ruleThickness && height > 8 * Math.max(1, width) ? 'vertical' : undefined;
}

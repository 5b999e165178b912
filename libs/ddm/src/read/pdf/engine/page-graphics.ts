import type { Graphic } from '../page/page-content.ts';
import type { Heap } from './heap.ts';
import { compose, identity, mapRect, type Matrix, type Rect } from './matrix.ts';
import type { PdfiumFunctions } from './pdfium.ts';

const kinds = { text: 1, path: 2, image: 3, shading: 4, form: 5 };

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
    return { graphics: this.#graphics, textOrder: this.#textOrder };
  }

  #visit(object: number, form: Matrix, depth: number): void {
    const z = this.#seen++;
    const type = this.#functions.FPDFPageObj_GetType(object);
    if (type === kinds.text) this.#textOrder.set(object, z);
    else if (type === kinds.form) this.#visitForm(object, form, depth);
    else if (type === kinds.path || type === kinds.image || type === kinds.shading) this.#add(object, type, form, z);
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

  #add(object: number, type: number, form: Matrix, z: number): void {
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
    this.#graphics.push({ ...rect, kind: 'path', white, z, opaque: false, ...(rule && !white ? { rule } : {}) });
  }

  #isWhite(object: number, filled: boolean): boolean {
    const at = this.#heap.scratch;
    const read = filled
      ? this.#functions.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12)
      : this.#functions.FPDFPageObj_GetStrokeColor(object, at, at + 4, at + 8, at + 12);
    return read !== 0 && [0, 1, 2].every((slot) => this.#heap.int(slot) >= 250);
  }
}

function ruleOf({ x0, y0, x1, y1 }: Rect): 'horizontal' | 'vertical' | undefined {
  const [width, height] = [x1 - x0, y1 - y0];
  if (height <= ruleThickness && width > 8 * Math.max(1, height)) return 'horizontal';
  return width <= ruleThickness && height > 8 * Math.max(1, width) ? 'vertical' : undefined;
}

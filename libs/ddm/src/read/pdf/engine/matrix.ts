/** An affine map: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = { a: number; b: number; c: number; d: number; e: number; f: number };

export const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export type Rect = { x0: number; y0: number; x1: number; y1: number };

export function mapPoint({ a, b, c, d, e, f }: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The upright rectangle around a mapped one. */
export function mapRect(matrix: Matrix, { x0, y0, x1, y1 }: Rect): Rect {
  const p = mapPoint(matrix, x0, y0);
  const q = mapPoint(matrix, x1, y1);
  if (matrix.b === 0 && matrix.c === 0) return around(p.x, q.x, p.y, q.y);
  const r = mapPoint(matrix, x0, y1);
  const s = mapPoint(matrix, x1, y0);
  return {
    x0: Math.min(p.x, q.x, r.x, s.x),
    y0: Math.min(p.y, q.y, r.y, s.y),
    x1: Math.max(p.x, q.x, r.x, s.x),
    y1: Math.max(p.y, q.y, r.y, s.y),
  };
}

function around(xa: number, xb: number, ya: number, yb: number): Rect {
  return { x0: Math.min(xa, xb), y0: Math.min(ya, yb), x1: Math.max(xa, xb), y1: Math.max(ya, yb) };
}

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** The map back, for a matrix that has one. */
export function invert({ a, b, c, d, e, f }: Matrix): Matrix {
  const det = a * d - b * c;
  return {
    a: d / det,
    b: -b / det,
    c: -c / det,
    d: a / det,
    e: (c * f - d * e) / det,
    f: (b * e - a * f) / det,
  };
}

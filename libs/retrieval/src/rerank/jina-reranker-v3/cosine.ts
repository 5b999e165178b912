/** Cosine of the angle between two vectors of any length; 0 where one of them is all zeros, as it points nowhere. */
export function cosine(a: Float32Array | Float64Array, b: Float32Array | Float64Array): number {
  let product = 0;
  let left = 0;
  let right = 0;
  for (let k = 0; k < a.length; k++) {
    const x = a[k] ?? 0;
    const y = b[k] ?? 0;
    product += x * y;
    left += x * x;
    right += y * y;
  }
  return left === 0 || right === 0 ? 0 : product / (Math.sqrt(left) * Math.sqrt(right));
}

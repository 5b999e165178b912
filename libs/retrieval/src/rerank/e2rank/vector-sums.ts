/** A copy of unit length; a vector without a direction comes back as it is. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? vector.map((x) => x / length) : vector.slice();
}

/** Dot product of two vectors of unit length, their cosine: rounding does not lead it beyond 1. */
export function unitCosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0);
  return Math.min(1, Math.max(-1, dot));
}

/** Adds `share` times a vector to a sum, in place. */
export function addTo(sum: Float32Array, vector: Float32Array, share: number): void {
  for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + share * (vector[k] ?? 0);
}

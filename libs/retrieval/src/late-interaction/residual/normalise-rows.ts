/** Brings each row of an array to unit length, in place; a row of zeros stays. */
export function normaliseRows(data: Float32Array, dimensions: number): void {
  for (let from = 0; from < data.length; from += dimensions) {
    let squares = 0;
    for (let at = from; at < from + dimensions; at++) squares += (data[at] as number) ** 2;
    const norm = Math.sqrt(squares) || 1;
    for (let at = from; at < from + dimensions; at++) data[at] = (data[at] as number) / norm;
  }
}

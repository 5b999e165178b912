/**
 * Offsets of a text in code points. Text without characters beyond the basic plane, nearly all of it, needs no table.
 * @returns a function from an offset in UTF-16 code units to the same place in code points
 */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const table = new Uint32Array(text.length + 1);
  let points = 0;
  for (let unit = 0; unit < text.length; points++) {
    const width = (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    table.fill(points, unit, unit + width);
    unit += width;
  }
  table[text.length] = points;
  return (offset) => table[offset] ?? points;
}

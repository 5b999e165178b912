/**
 * Offsets of a text in UTF-16 code units, from offsets in code points.
 * @returns a function that gives undefined for an offset that is not inside the text or at one of its ends
 */
export function utf16Offsets(text: string): (offset: number) => number | undefined {
  if (!/[\ud800-\udbff]/.test(text)) {
    return (offset) => (Number.isInteger(offset) && offset >= 0 && offset <= text.length ? offset : undefined);
  }
  const table = [0];
  let units = 0;
  for (const character of text) table.push((units += character.length));
  return (offset) => table[offset];
}

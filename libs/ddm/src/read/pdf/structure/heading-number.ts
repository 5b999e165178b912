/** A heading taken apart: the number as printed, without the point at its end, and its parts. */
export type NumberedHeading = { number: string; parts: number; title: string };

const arabic = /^(?:(?:Section|Chapter)\s+)?(\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+(?=["“‘'([]*[\p{L}\d])/u;
const roman = /^([IVX]{1,5})[.:]\s+(?=\p{Lu})/u;
const letter = /^((?:Appendix\s+)?[A-Z](?:\.\d{1,2})*)[.:)]?\s+(?=\p{Lu})/u;

/** Arabic numbers as 2 or 2.1, Roman ones with a point, letters as appendices have. */
export function headingNumber(text: string): NumberedHeading | undefined {
  const match = arabic.exec(text) ?? roman.exec(text) ?? letter.exec(text);
  if (!match?.[1]) return undefined;
  const number = match[1];
  // "A Study of …" begins with a word.
  if (match[0].trim() === 'A' && /^\p{Lu}\p{Ll}*\s+(?:of|for|to|on|in|and)\b/u.test(text.slice(match[0].length))) {
    return undefined;
  }
  return { number, parts: number.split('.').length, title: text.slice(match[0].length) };
}

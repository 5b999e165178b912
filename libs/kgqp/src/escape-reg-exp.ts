/** A text as a pattern that matches it and nothing else, outside of a class and with the flag `u` or without. */
export function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

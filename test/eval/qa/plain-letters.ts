/** Letters and digits alone: sources of the same text differ in blanks and marks. */
export function plainLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The first of some texts that a quote stands in. */
export function holderOf(quote: string, texts: readonly string[]): number | undefined {
  const letters = plainLetters(quote);
  const at = texts.findIndex((text) => plainLetters(text).includes(letters));
  return at < 0 ? undefined : at;
}

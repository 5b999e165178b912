const opening = /[\s([{"'“”‘’„«»—–/、。]/u;

/** The word that ends at this offset, without opening brackets and quotes; looks back no further than `from`. */
export function wordBefore(text: string, end: number, from: number): string {
  const limit = Math.max(from, end - 60);
  let start = end;
  while (start > limit && !opening.test(text[start - 1] ?? '')) start--;
  return text.slice(start, end);
}

/** The letters, digits and marks inside words from this offset on, 60 characters at most: "it’s", "iPhone", "v2.0", "p53". */
export function wordAt(text: string, start: number): string {
  return (
    /^[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[.'’:/-](?=[\p{L}\p{N}_]))*/u.exec(text.slice(start, start + 60))?.[0] ??
    ''
  );
}

/** Past quotes, brackets and inverted marks that may stand before the first word of a sentence. */
export function skipOpeners(text: string, start: number): number {
  let at = start;
  while (/["'“‘„«»([{¿¡]/u.test(text[at] ?? '')) at++;
  return at;
}

/**
 * Straight quotation marks, runs of hyphens and dots as a page prints them, by pandoc's rules.
 * @param before the character in front of the text, empty at the start of a paragraph
 * @param goesOn whether something follows the text without a space
 */
export function smart(text: string, before: string, goesOn: boolean): string {
  const dashed = text.replaceAll('---', '—').replaceAll('--', '–').replaceAll('...', '…');
  if (!/["']/.test(dashed)) return dashed;
  return dashed.replaceAll(/["']/g, (mark, at: number) => {
    const previous = dashed[at - 1] ?? before;
    const next = dashed[at + 1] ?? (goesOn ? 'x' : ' ');
    const opens = /^$|[\s([{\u2013\u2014/"'“‘]/u.test(previous) && /\S/.test(next);
    if (mark === '"') return opens ? '“' : '”';
    return opens && !/\d/.test(next) && dashed.includes("'", at + 1) ? '‘' : '’';
  });
}

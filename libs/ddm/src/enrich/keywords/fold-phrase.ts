/** The form in which phrases are compared: small letters, hyphens as spaces, plain accents, words in the singular. */
export function foldPhrase(phrase: string): string {
  return phrase
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[\s‐‑–/_-]+/u)
    .filter((word) => word !== '')
    .map(singular)
    .join(' ');
}

/** A rough singular: good enough to see that two forms are of one word. */
export function singular(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

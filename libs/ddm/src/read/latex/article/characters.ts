/**
 * What TeX's fonts make of characters: quotation marks and dashes, and the accents that stand before their letters.
 * @param text characters of a paragraph, not verbatim and not of a formula
 */
export function typeset(text: string): string {
  if (!/[`'"\-?!]/.test(text)) return text;
  return text
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll('"', '”')
    .replaceAll('?`', '¿')
    .replaceAll('!`', '¡')
    .replaceAll('`', '‘')
    .replaceAll("'", '’')
    .replaceAll('---', '—')
    .replaceAll('--', '–');
}

/** A letter with an accent; without a letter the accent alone. */
export function accented(letter: string, accent: string): string {
  // An accent takes the place of the dot.
  const [first = '', ...rest] = letter.replace(/^ı/u, 'i').replace(/^ȷ/u, 'j');
  return first === '' ? '' : `${(first + accent).normalize('NFC')}${rest.join('')}`;
}

/** Stands for a citation in masked text; no letter, so that no word runs into it. */
export const citationSign = '\ufffc';

/** A stretch of a text, in UTF-16 code units. */
export type Span = { start: number; end: number };

/** No longer than names are, so that no text makes the search slow. */
const name = String.raw`\p{Lu}[\p{L}'’-]{1,40}`;
/** `\b` knows the letters of English only. */
const edge = String.raw`(?<![\p{L}\p{M}])`;
const names = String.raw`${name}(?:\s+(?:et\s+al\.?|(?:and|&)\s+(?:${name}|colleagues|coworkers|co-workers)))?`;
const year = String.raw`(?:1[89]|20)\d\d[a-z]?`;

/** In this order: the names before a year are found once the year is masked. */
const printed: readonly RegExp[] = [
  // [12, 14-16] and, where a text is cut, [12 at its end.
  /\[\s*\d+[\d\s,;–—-]*(?:\]|$)/gu,
  // (Doe et al., 2012; Roe 2013a,b), also with words before the names.
  new RegExp(String.raw`[([][^()[\]]{0,400}?\b${year}[^()[\]]{0,40}[)\]]`, 'gu'),
  // Doe et al. (2012), and Doe et al. alone.
  new RegExp(String.raw`${edge}${names}(?:'s|’s)?\s*,?\s*${citationSign}`, 'gu'),
  new RegExp(String.raw`${edge}${name}\s+et\s+al\b\.?(?:\s*,?\s*${year})?`, 'gu'),
  // (7), (7,9), (7-12); at the head of a text it is the number of a step.
  /(?<=\S\s?)\(\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*\)/gu,
];

/**
 * The text with one sign for each group of citations: for the marks that are known, and for what is printed like one. The
 * names and years in them must not tell a classifier anything.
 */
export function maskCitations(text: string, marks: readonly Span[] = []): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of marks) {
    if (start < from) continue;
    masked += `${text.slice(from, start)} ${citationSign} `;
    from = end;
  }
  masked += text.slice(from);
  for (const pattern of printed) masked = masked.replaceAll(pattern, ` ${citationSign} `);
  return masked.replaceAll(/(?:\ufffc[\s,;–-]*(?:and\s+)?)+(?=\ufffc)/gu, '');
}

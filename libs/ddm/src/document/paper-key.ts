import type { Identifiers } from '@askg/contract';

/**
 * A key segment from an identifier, injective: lower case; letters, digits, dot and hyphen stay, `/` becomes `_`,
 * every other byte of the UTF-8 form becomes `~` and two hexadecimal digits.
 */
function encodeSegment(identifier: string): string {
  let out = '';
  for (const byte of new TextEncoder().encode(identifier.toLowerCase())) {
    const character = String.fromCharCode(byte);
    if (/[a-z0-9.-]/.test(character)) out += character;
    else if (character === '/') out += '_';
    else out += `~${byte.toString(16).padStart(2, '0')}`;
  }
  return out;
}

/** The key of a paper with this DOI. A DOI starts with `10.`, so no other kind of key can equal it. */
export function doiKey(doi: string): string {
  return encodeSegment(doi);
}

/** The key of a paper with this arXiv id; the version suffix names a version, not a paper, and is left out. */
export function arxivKey(arxiv: string): string {
  return `arxiv.${encodeSegment(arxiv.replace(/v\d+$/i, ''))}`;
}

/**
 * The key a paper gets when it is first seen: from its DOI, else its arXiv id, else 80 bits of the digest of its bytes.
 * Never empty, safe as one segment of an IRI and of a URL.
 */
export function paperKey(identifiers: Identifiers, digest: string): string {
  if (identifiers.doi) return doiKey(identifiers.doi);
  if (identifiers.arxiv) return arxivKey(identifiers.arxiv);
  return `sha256.${digest.slice(0, 20)}`;
}

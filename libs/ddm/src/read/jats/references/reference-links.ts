import { descendantsNamed, plainText, type XmlElement } from '../../xml/tree.ts';

const linkNames = ['pub-id', 'object-id', 'article-id', 'ext-link', 'uri', 'comment', 'issue-id', 'elocation-id'];

/** The first DOI that a text holds: bare, lower case, without the punctuation that follows it. */
export function findDoi(text: string): string | undefined {
  const found = /\b10\.\d{4,9}\/[^\s"<>]{1,400}/.exec(text.replaceAll(/%2f/gi, '/'))?.[0];
  return found === undefined ? undefined : trimmed(found).toLowerCase();
}

/** A closing bracket belongs to a DOI or an address only if it was opened there (`10.1016/S1470-2045(10)70017-6`). */
function trimmed(found: string): string {
  let text = found;
  for (;;) {
    const last = text.at(-1) ?? '';
    const unopened = (last === ')' && count(text, '(') < count(text, ')')) || (last === ']' && !text.includes('['));
    if (!/[.,;:'’”"}]/.test(last) && !unopened) return text;
    text = text.slice(0, -1);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** From the elements that are meant to hold one, then from the whole text of the entry. */
export function doiOf(citation: XmlElement, raw: string): string | undefined {
  const links = descendantsNamed(citation, ...linkNames);
  const declared = links.filter(({ attributes }) => attributes['pub-id-type'] === 'doi');
  for (const link of [...declared, ...links]) {
    const doi = findDoi(plainText(link)) ?? findDoi(link.attributes['xlink:href'] ?? '');
    if (doi) return doi;
  }
  return findDoi(raw);
}

/** The first address that is not that of a DOI. */
export function urlOf(citation: XmlElement, raw: string): string | undefined {
  const links = descendantsNamed(citation, 'ext-link', 'uri', 'self-uri');
  const candidates = links.flatMap((link) => [link.attributes['xlink:href'] ?? '', plainText(link)]);
  const inText = /\bhttps?:\/\/[^\s"<>]{1,2000}/.exec(raw)?.[0];
  return [...candidates, inText === undefined ? '' : trimmed(inText)].find(
    (address) => /^(?:https?|ftp):\/\/\S+$/i.test(address) && !/^https?:\/\/(?:dx\.)?doi\.org\//i.test(address),
  );
}

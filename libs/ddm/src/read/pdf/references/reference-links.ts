/** DOIs, addresses and arXiv numbers in the text of a reference, and the text without them. */
export type ReferenceLinks = { doi?: string; url?: string; rest: string };

/** Old DOIs hold brackets and signs: `10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O`. */
const doi =
  /(?:https?:\s?\/\/(?:dx\.)?doi\.org\/|\bdoi\s?:?\s*(?:org\/)?)?\b(10\.\d{4,9}\/(?:[^\s"<>{}|\\^`,;]|;(?=[\dA-Z])|<[^\s<>]{1,30}>)*[^\s"<>{}|\\^`.,;:)\]])/i;
/** What leads to an address: "Retrieved May 3, 2020, from", "Available at:", "URL". */
const lead =
  /(?:\b(?:retrieved|available|accessed|online)\b(?:\s+online)?(?:\s+(?:on\s+)?(?:\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+\p{L}{3,9}\.?,?\s+\d{4}),?)?(?:\s+(?:from|at|on))?|\bURL)\s*:?\s*$/iu;
const url = /\bhttps?:\s?\/\/[^\s<>"{}|\\^`]*[^\s<>"{}|\\^`.,;:)\]]|\bwww\.[^\s<>"{}|\\^`]*[^\s<>"{}|\\^`.,;:)\]]/i;
const arxiv =
  /(?:arXiv(?:\.org)?(?:\s?preprint)?|CoRR)[\s:/,]*(?:abs\/)?(?:arXiv:\s?)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i;

export function takeLinks(text: string): ReferenceLinks {
  let rest = text;
  const found: { doi?: string; url?: string } = {};
  const doiMatch = doi.exec(rest);
  if (doiMatch?.[1]) {
    found.doi = balanced(doiMatch[1]);
    rest = `${rest.slice(0, doiMatch.index).replace(lead, ' ')} ${rest.slice(doiMatch.index + doiMatch[0].length)}`;
  }
  const urlMatch = url.exec(rest);
  if (urlMatch) {
    const address = urlMatch[0].replace(/^https?:\s/, (scheme) => scheme.trim());
    if (!/doi\.org\/?$/i.test(address)) found.url = address;
    rest = `${rest.slice(0, urlMatch.index).replace(lead, ' ')} ${rest.slice(urlMatch.index + urlMatch[0].length)}`;
  }
  const arxivMatch = arxiv.exec(text);
  if (arxivMatch?.[1] && found.url === undefined && found.doi === undefined) {
    found.url = `https://arxiv.org/abs/${arxivMatch[1]}`;
  }
  return { ...found, rest: rest.replaceAll(/\s+/g, ' ').trim() };
}

/** A bracket that closes without having been opened is not part of a DOI. */
function balanced(text: string): string {
  return text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text;
}

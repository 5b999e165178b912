/** DOIs, addresses and arXiv numbers in the text of a reference, and the text without them. */
export type ReferenceLinks = { doi?: string; url?: string; rest: string };

const doi =
  /(?:https?:\s?\/\/(?:dx\.)?doi\.org\/|\bdoi\s?:?\s*(?:org\/)?)?\b(10\.\d{4,9}\/[^\s"<>{}|\\^`,;]*[^\s"<>{}|\\^`.,;:)\]])/i;
const url = /\bhttps?:\s?\/\/[^\s<>"{}|\\^`]*[^\s<>"{}|\\^`.,;:)\]]|\bwww\.[^\s<>"{}|\\^`]*[^\s<>"{}|\\^`.,;:)\]]/i;
const arxiv =
  /arXiv(?:\.org)?(?:\s?preprint)?[\s:/]*(?:abs\/)?(?:arXiv:\s?)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i;

export function takeLinks(text: string): ReferenceLinks {
  let rest = text;
  const found: { doi?: string; url?: string } = {};
  const doiMatch = doi.exec(rest);
  if (doiMatch?.[1]) {
    found.doi = balanced(doiMatch[1]);
    rest = rest.replace(doiMatch[0], ' ');
  }
  const urlMatch = url.exec(rest);
  if (urlMatch) {
    const address = urlMatch[0].replace(/^https?:\s/, (scheme) => scheme.trim());
    if (!/doi\.org\/?$/i.test(address)) found.url = address;
    rest = rest.replace(urlMatch[0], ' ');
  }
  const arxivMatch = arxiv.exec(text);
  if (arxivMatch?.[1] && found.url === undefined && found.doi === undefined) {
    found.url = `https://arxiv.org/abs/${arxivMatch[1]}`;
  }
  rest = rest
    .replaceAll(/\b(?:Retrieved|Available|Accessed)\s+(?:on\s+)?(?:from|at)?\s*:?\s*$/gi, ' ')
    .replaceAll(/\bURL:?\s*$/g, ' ');
  return { ...found, rest: rest.replaceAll(/\s+/g, ' ').trim() };
}

/** A bracket that closes without having been opened is not part of a DOI. */
function balanced(text: string): string {
  return text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text;
}

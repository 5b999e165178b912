import type { Format } from '@askg/contract';

/** What a head must show so that a file of a format that is used for much else counts as a paper. */
const marks: Partial<Record<Format, RegExp>> = {
  // Front matter with a title, as JOSS and pandoc have it; a README has none.
  markdown: /^\uFEFF?---\s*\n(?:(?!---\s*\n)[^\n]*\n)*?title:/,
  // The metadata that publishers put into a page's head, or a page that LaTeXML made.
  html: /<meta[^>]+(?:citation_title|dc\.title)|\bltx_(?:document|page_main)\b/i,
};

/** Whether a file that nobody named, but that stands in a folder of papers, is one: folders hold notes and web pages too. */
export function saysPaper(head: Uint8Array, format: Format): boolean {
  return marks[format]?.test(new TextDecoder().decode(head)) ?? true;
}

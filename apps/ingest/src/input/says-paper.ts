import type { Format } from '@askg/contract';
import { contentHead, tellsOfPapers } from '@askg/ddm';

/** What a head must show so that a file of a format that is used for much else counts as a paper. */
const marks: Partial<Record<Format, RegExp>> = {
  // Front matter with a title, as JOSS and pandoc have it; a README has none.
  markdown: /^\uFEFF?---\s*\n(?:(?!---\s*\n)[^\n]*\n)*?title:/,
  // The file that a paper begins with, not one that it takes in; or an archive, which only its reader can look into.
  latex: /\\document(?:class|style)\b|\\begin\s*\{document\}|\0/,
  // The metadata that publishers put into a page's head, or a page that LaTeXML made.
  html: /<meta[^>]+(?:citation_title|dc\.title)|\bltx_(?:document|page_main)\b/i,
};

/** Whether a file that nobody named, but that stands in a folder of papers, is one: folders hold notes and web pages too. */
export function saysPaper(head: Uint8Array, format: Format): boolean {
  const text = new TextDecoder().decode(contentHead(head));
  return format === 'ddm-turtle' ? tellsOfPapers(text) : (marks[format]?.test(text) ?? true);
}

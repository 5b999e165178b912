import { ddm, linksGraphIri, paperIri, unitIri } from '@askg/ddm';

/** What links are derived from: the papers' own DOIs and those of their references. */
export type LinkablePaper = { key: string; dois: string[]; cited: { id: string; doi: string }[] };

/**
 * The graph of links between papers as canonical N-Quads: a reference whose DOI is that of a paper of the corpus resolves to
 * that paper, and the one paper cites the other. A pure function of the papers, whatever their order; empty without links.
 */
export function deriveLinks(papers: readonly LinkablePaper[], base: string): string {
  // Of several papers with one DOI the first by key has it, whichever came first.
  const byKey = papers.toSorted((a, b) => (a.key < b.key ? 1 : -1));
  const keys = new Map(byKey.flatMap(({ key, dois }) => dois.map((doi) => [doi.toLowerCase(), key])));
  const end = ` <${linksGraphIri(base)}> .\n`;
  const lines = new Set<string>();
  for (const { key, cited } of papers) {
    for (const { id, doi } of cited) {
      const target = keys.get(doi.toLowerCase());
      if (target === undefined || target === key) continue;
      lines.add(`<${unitIri(base, key, id)}> <${ddm.resolvesTo}> <${paperIri(base, target)}>${end}`);
      lines.add(`<${paperIri(base, key)}> <${ddm.citesPaper}> <${paperIri(base, target)}>${end}`);
    }
  }
  // IRIs of a corpus are ASCII, whose order is code point order.
  return [...lines].toSorted((a, b) => (a < b ? -1 : 1)).join('');
}

import { ddm, GraphLines, linksGraphIri, paperIri, unitIri } from '@askg/ddm';
import { inOrder, type LinkablePaper } from '../linkable-paper.ts';
import { findCited } from './find-cited.ts';
import { TitleIndex } from './title-index.ts';

/** A reference and the paper of the corpus that it describes, by their keys, and what it was found by. */
export type Citation = { citing: string; reference: string; cited: string; by: 'doi' | 'title' };

/** The citations between papers, by DOI and otherwise by title, in the order of papers and references. */
export function findCitations(papers: readonly LinkablePaper[]): Citation[] {
  const sorted = inOrder(papers);
  // Of several papers with one DOI the first by key has it, whichever came first.
  const keys = new Map(
    sorted.toReversed().flatMap(({ key, dois }) => dois.map((doi) => [doi.toLowerCase(), key] as const)),
  );
  const titles = new TitleIndex(sorted);
  return sorted.flatMap(({ key: citing, facts }) =>
    facts.references.flatMap((reference): Citation[] => {
      const named = reference.doi === undefined ? undefined : keys.get(reference.doi.toLowerCase());
      if (named === citing) return [];
      if (named !== undefined) return [{ citing, reference: reference.id, cited: named, by: 'doi' }];
      const cited = findCited(reference, titles, citing);
      return cited === undefined ? [] : [{ citing, reference: reference.id, cited, by: 'title' }];
    }),
  );
}

/**
 * The graph of citations between papers as canonical N-Quads: which paper a reference resolves to, by what it was found,
 * and that the one paper cites the other. A pure function of the papers, whatever their order; empty without citations.
 */
export function citationGraph(citations: readonly Citation[], base: string): string {
  const lines = new GraphLines(linksGraphIri(base));
  for (const { citing, reference, cited, by } of citations) {
    lines.iri(unitIri(base, citing, reference), ddm.resolvesTo, paperIri(base, cited));
    lines.text(unitIri(base, citing, reference), ddm.resolvedBy, by);
    lines.iri(paperIri(base, citing), ddm.citesPaper, paperIri(base, cited));
  }
  return lines.build();
}

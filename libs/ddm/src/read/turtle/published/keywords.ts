import { rdfs } from '../../../rdf/terms.ts';
import type { Findings } from '../../jats/findings.ts';
import type { Resource, TripleGraph } from '../triple-graph.ts';
import { askg, domo } from '../vocabularies.ts';

/** The keywords of a paper and of its sections, each once, the one with the best score first. */
export function readKeywords(graph: TripleGraph, paper: Resource, findings: Findings): string[] {
  const holders = [paper, ...graph.linked(paper, ...askg('hasSection'))];
  const own = holders.flatMap((holder) => holder.texts(...askg('hasKeyword', 'keyword'), ...domo('keyword')));
  const scores = new Map<string, number>();
  for (const use of holders.flatMap((holder) => graph.linked(holder, ...askg('hasKeyword'), ...domo('keyword')))) {
    const [keyword = use] = graph.linked(use, ...askg('correspondsTo'));
    const label = keyword.text(rdfs.label)?.trim();
    const score = use.number(...askg('similarityScore')) ?? 0;
    if (label !== undefined) scores.set(label, Math.max(score, scores.get(label) ?? 0));
  }
  const found = [...scores].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([label]) => label);
  if (found.length > 0) {
    findings.count('ddm/graph-keywords', 'info', 'Keywords that a program drew from the text.', found.length);
  }
  return [...new Set([...own, ...found])];
}

import { aspectAsked, tellsAspect } from './aspects.ts';
import { type Candidate, unitCandidate } from './candidate.ts';
import type { CorpusView } from './corpus-view.ts';

/** Papers that are read for it, and units that each may give. */
const mostPapers = 3;
const mostUnits = 8;

/**
 * Units that tell of the aspect that a question asks for, from the papers of the best candidates. Who paid and where the code is stands
 * in sentences that share no word with such a question, and that the passage search may miss.
 * @param found candidates, those of the best passage first
 */
export async function aspectCandidates(
  question: string,
  found: readonly Candidate[],
  view: CorpusView,
): Promise<Candidate[]> {
  const name = aspectAsked(question);
  if (name === undefined) return [];
  const known = new Set(found.map(({ iri }) => iri));
  const candidates: Candidate[] = [];
  for (const key of [...new Set(found.map(({ paper }) => paper))].slice(0, mostPapers)) {
    const paper = await view.paper(key);
    const units = (paper?.said ?? []).filter(({ flagged, text }) => !flagged && tellsAspect(name, text) === 1);
    const placed = units.slice(0, mostUnits).flatMap((unit) => (paper ? [view.place(paper, unit)] : []));
    candidates.push(...placed.filter(({ iri }) => !known.has(iri)).map((each) => unitCandidate(each, 'paper')));
  }
  return candidates;
}

import type { TextualNode } from '../facts.ts';
import { type Candidate, unitCandidate } from './candidate.ts';
import type { CorpusView } from './corpus-view.ts';

/** With more nodes than this the constraints were wide, and a node that no passage search found says little. */
const fewNodes = 24;

/**
 * Joins the units that the graph named to those of the passages: a unit that both found is marked, and one that only the
 * graph found is added with its text from the graph where there are few. Nodes of papers outside the view are left out.
 */
export async function joinNodes(
  candidates: readonly Candidate[],
  nodes: readonly TextualNode[],
  view: CorpusView,
): Promise<Candidate[]> {
  const losses = new Map(nodes.map(({ iri, loss }) => [iri, loss]));
  const joined = candidates.map((candidate) => {
    const loss = losses.get(candidate.iri);
    return loss === undefined ? candidate : { ...candidate, node: 1 - loss, methods: [...candidate.methods, 'graph'] };
  });
  if (nodes.length > fewNodes) return joined;
  const known = new Set(candidates.map(({ iri }) => iri));
  for (const { iri, loss } of nodes) {
    for (const { paper, unit, iri: at } of await view.unitsAt(iri)) {
      if (unit.kind === 'metadata' || known.has(at)) continue;
      known.add(at);
      joined.push({ ...unitCandidate({ paper, unit, iri: at }, 'graph'), node: 1 - loss });
    }
  }
  return joined;
}

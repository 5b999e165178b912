import { DdmError } from '../../ddm-error.ts';
import type { DraftDocument } from '../../document/draft.ts';
import { readOwnPaper } from './own/read-own-paper.ts';
import { parseGraph } from './parse-graph.ts';
import { readPublishedPaper } from './published/read-published-paper.ts';
import { papersOf } from './vocabularies.ts';

/**
 * Reads the one paper of a graph in Turtle, N-Triples or N-Quads: a graph of this program, or one in the published ASKG
 * ontology. A graph of several papers is divided before, by `splitSource`.
 * @throws DdmError `ddm/too-large`, `ddm/malformed-text`, `ddm/malformed-rdf`, `ddm/no-paper`, `ddm/several-papers`,
 * `ddm/malformed-graph`
 */
export function readTurtle(bytes: Uint8Array): DraftDocument {
  const graph = parseGraph(bytes);
  const [first, ...others] = papersOf(graph);
  if (!first) throw new DdmError('ddm/no-paper', 'Nothing in the graph is a paper of a known vocabulary.');
  if (others.length > 0) throw new DdmError('ddm/several-papers', `The graph holds ${others.length + 1} papers.`);
  return first.kind === 'own' ? readOwnPaper(graph, first.paper) : readPublishedPaper(graph, first.paper);
}

import type { SourcePart } from '../source-part.ts';
import { localName } from './local-name.ts';
import { partTriples } from './n-triples.ts';
import { parseGraph } from './parse-graph.ts';
import { partOf } from './reachable.ts';
import { papersOf } from './vocabularies.ts';

/**
 * Divides a graph of several papers into one graph for each, in order of their names; nothing for a graph of one or none.
 * The bytes of a part follow from what the graph says of that paper alone, so that a change of one paper leaves the
 * others as they are.
 * @throws DdmError as `parseGraph` does
 */
export function splitPapers(bytes: Uint8Array): SourcePart[] {
  const graph = parseGraph(bytes);
  const papers = papersOf(graph).map(({ paper }) => paper);
  if (papers.length < 2) return [];
  const ids = new Set(papers.map(({ id }) => id));
  return papers.map((paper) => ({
    name: localName(paper.id),
    bytes: Buffer.from(partTriples(partOf(graph, paper, ids))),
  }));
}

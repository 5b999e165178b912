import { GraphError } from '../graph-error.ts';

/**
 * The triples of one named graph, each a line of N-Triples, as the Graph Store Protocol takes them.
 * @param nquads canonical N-Quads, all of this graph
 * @throws GraphError `graph/unloadable-graph` for a line of another graph
 */
export function triplesOf(graph: string, nquads: string): string[] {
  const ending = ` <${graph}> .`;
  const lines: string[] = [];
  for (let start = 0; start < nquads.length;) {
    const newline = nquads.indexOf('\n', start);
    const end = newline === -1 ? nquads.length : newline;
    if (!nquads.startsWith(ending, end - ending.length)) {
      throw new GraphError('graph/unloadable-graph', `Line ${lines.length + 1} is not a quad of the graph <${graph}>.`);
    }
    lines.push(`${nquads.slice(start, end - ending.length)} .\n`);
    start = end + 1;
  }
  return lines;
}

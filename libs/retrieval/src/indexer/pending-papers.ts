import type { GraphPointer } from '@askg/corpus';

/** A version of a paper that the corpus holds. */
export type PaperGraph = { name: string; digest: string; key: string };

/** The papers among the graphs of a snapshot. */
export function paperGraphs(graphs: readonly GraphPointer[]): PaperGraph[] {
  return graphs.flatMap(({ name, digest, kind, key }) =>
    kind === 'paper' && key !== undefined ? [{ name, digest, key }] : [],
  );
}

/** What a projection has to take in, and which graphs it holds that the corpus no longer has. */
export function difference(
  current: readonly PaperGraph[],
  standing: ReadonlyMap<string, string>,
): { pending: PaperGraph[]; gone: string[] } {
  const names = new Set(current.map(({ name }) => name));
  return {
    pending: current.filter(({ name, digest }) => standing.get(name) !== digest),
    gone: [...standing.keys()].filter((name) => !names.has(name)),
  };
}

/** Key of the paper of a named graph (see `graphIri`): a key holds no slash. */
export function keyOfGraph(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

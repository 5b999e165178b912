import { describeGraph, type GraphDescription, type GraphStore } from '@askg/graph';
import { loadNames, type LoadedNames } from '../induce/load-names.ts';
import { namingsOf } from '../induce/naming-of.ts';
import { schemaOf } from '../induce/schema.ts';
import { ForeignGraph } from './foreign-graph.ts';

export type DescribeForeignOptions = {
  /** Address of the endpoint, or names of the files. */
  source: string;
  /** The time now, in ISO 8601. */
  described: string;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  /** Milliseconds for the shapes, and again for the names; default 120,000. */
  deadlineMs?: number;
  signal?: AbortSignal;
  progress?: (done: number, of: number) => void;
};

/**
 * Everything that has to be found out of a graph before it can be asked.
 * @throws GraphError as `describeGraph` does
 */
export async function describeForeign(
  store: GraphStore,
  options: DescribeForeignOptions,
): Promise<{ description: GraphDescription; names: LoadedNames }> {
  const description = await describeGraph(store, options);
  const schema = schemaOf(description);
  return { description, names: await loadNames(store, schema, namingsOf(schema), options) };
}

/** A graph that is described now and not kept. @throws GraphError as `describeGraph` does */
export async function openForeign(
  name: string,
  store: GraphStore,
  options: DescribeForeignOptions,
): Promise<ForeignGraph> {
  return new ForeignGraph({ ...(await describeForeign(store, options)), name, store, now: options.now });
}

import { anyService, type DatasetGraphs, guardQuery } from '@askg/graph';
import type { Endpoint } from './endpoint.ts';
import { mf, type ConformanceTest } from './manifest.ts';
import type { ParsedQuad, TestFiles } from './test-files.ts';

const qt = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#';
const rdfsLabel = 'http://www.w3.org/2000/01/rdf-schema#label';

/** A graph without triples: what the default graph is where a test gives none. */
export const emptyGraph = 'https://w3id.org/askg/tests/empty';

/** The files of a test's dataset, each with the name that its graph has. */
export type Dataset = { default: NamedFile[]; named: NamedFile[] };
export type NamedFile = { graph: string; file: string };

/** What the manifest says of the dataset of a query: `qt:data` and `qt:graphData`. */
export function datasetOf({ manifest, node }: ConformanceTest): Dataset {
  const action = manifest.value(node, `${mf}action`);
  if (action === undefined) return { default: [], named: [] };
  const plain = (iri: string): NamedFile => ({ graph: iri, file: iri });
  return {
    default: manifest.values(action, `${qt}data`).map(({ value }) => plain(value)),
    named: manifest.values(action, `${qt}graphData`).map((term) => {
      const file = manifest.text(term, `${qt}graph`);
      return file === undefined ? plain(term.value) : { graph: manifest.text(term, rdfsLabel) ?? file, file };
    }),
  };
}

/**
 * Loads the dataset of a test and gives the parameters of the protocol that say exactly it. What a query says itself, by
 * FROM and FROM NAMED, is loaded and left to speak for itself: the parameters would replace it.
 */
export async function loadDataset(
  endpoint: Endpoint,
  files: TestFiles,
  dataset: Dataset,
  query: string,
): Promise<URLSearchParams> {
  const parameters = new URLSearchParams();
  const from = ownDataset(query);
  if (from !== undefined) {
    const graphs = new Set([...from.default, ...from.named]);
    for (const graph of graphs) await putFile(endpoint, files, { graph, file: graph });
    return parameters;
  }
  for (const each of [...dataset.default, ...dataset.named]) await putFile(endpoint, files, each);
  const defaults = dataset.default.map(({ graph }) => graph);
  if (defaults.length === 0) {
    await endpoint.put(emptyGraph, []);
    defaults.push(emptyGraph);
  }
  for (const graph of defaults) parameters.append('default-graph-uri', graph);
  for (const { graph } of dataset.named) parameters.append('named-graph-uri', graph);
  return parameters;
}

const parsed = new Map<string, ParsedQuad[]>();

/** FROM and FROM NAMED of a query, or nothing; what is wrong with the query is for the endpoint to say. */
function ownDataset(query: string): DatasetGraphs | undefined {
  try {
    return guardQuery(query, { allowedServices: anyService }).dataset;
  } catch {
    return undefined;
  }
}

/** Loads a file as a named graph. */
export async function putFile(endpoint: Endpoint, files: TestFiles, { graph, file }: NamedFile): Promise<void> {
  const quads = parsed.get(file) ?? (await files.quads(file));
  parsed.set(file, quads);
  await endpoint.put(graph, quads);
}

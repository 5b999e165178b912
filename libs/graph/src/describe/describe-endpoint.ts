import { dcterms, GraphLines, rdf } from '@askg/ddm';
import { addDataset, type DescribedDataset } from './dataset-lines.ts';
import { addExamples } from './example-lines.ts';
import type { ExampleQuery } from './example-query.ts';
import { addService, type DescribedService } from './service-lines.ts';
import { foaf, voidTerm } from './vocabularies.ts';

export type EndpointDescription = {
  /** Address of the description. */
  document: string;
  /** Absent in a description of the data alone. */
  service?: DescribedService;
  dataset: DescribedDataset;
  /** Its parts that can be asked by themselves. */
  subsets: readonly DescribedDataset[];
  examples: readonly ExampleQuery[];
};

/**
 * Describes an endpoint in the vocabulary of service descriptions, its data in VoID, and what can be asked as SHACL
 * executables.
 * @returns canonical N-Quads in the graph `document`, without blank nodes
 */
export function describeEndpoint({ document, service, dataset, subsets, examples }: EndpointDescription): string {
  const lines = new GraphLines(document);
  lines.iri(document, rdf.type, voidTerm('DatasetDescription'));
  lines.text(document, dcterms.title, `Description of: ${dataset.title}`);
  lines.iri(document, foaf('primaryTopic'), dataset.iri);
  if (service !== undefined) addService(lines, service);
  addDataset(lines, dataset);
  for (const subset of subsets) {
    lines.iri(dataset.iri, voidTerm('subset'), subset.iri);
    addDataset(lines, subset);
  }
  addExamples(lines, document, examples);
  return lines.build();
}

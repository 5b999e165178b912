import { type GraphLines, rdf } from '@askg/ddm';
import { addCounts, type GraphCounts } from './graph-counts.ts';
import { format, sd, voidTerm } from './vocabularies.ts';

/** An endpoint, and the graphs that who asks may read there. */
export type DescribedService = {
  endpoint: string;
  /** What is known of each named graph, by its IRI. */
  graphs: ReadonlyMap<string, GraphCounts | undefined>;
  /** Whether SERVICE may ask any other endpoint. */
  isFederated: boolean;
};

/** The formats of results, as the W3C names them (https://www.w3.org/ns/formats/). */
const resultFormats = [
  'SPARQL_Results_JSON',
  'SPARQL_Results_XML',
  'SPARQL_Results_CSV',
  'SPARQL_Results_TSV',
  'Turtle',
  'N-Triples',
  'N-Quads',
  'TriG',
  'JSON-LD',
  'RDF_XML',
];

/** Above this, graphs are listed by a query, not by the description. */
const mostListed = 1000;

/**
 * Describes an endpoint (https://www.w3.org/TR/sparql11-service-description/): its default dataset is all graphs, with
 * their union as the default graph.
 */
export function addService(lines: GraphLines, { endpoint, graphs, isFederated }: DescribedService): void {
  const service = `${endpoint}#service`;
  lines.iri(service, rdf.type, sd('Service'));
  lines.iri(service, sd('endpoint'), endpoint);
  lines.iri(service, sd('supportedLanguage'), sd('SPARQL11Query'));
  lines.iri(service, sd('feature'), sd('UnionDefaultGraph'));
  if (isFederated) lines.iri(service, sd('feature'), sd('BasicFederatedQuery'));
  for (const name of resultFormats) lines.iri(service, sd('resultFormat'), format(name));
  const dataset = `${endpoint}#default`;
  lines.iri(service, sd('defaultDataset'), dataset);
  lines.iri(dataset, rdf.type, sd('Dataset'));
  const union = `${dataset}-graph`;
  lines.iri(dataset, sd('defaultGraph'), union);
  addGraph(lines, union, triplesOf([...graphs.values()]));
  const available = `${endpoint}#graphs`;
  lines.iri(service, sd('availableGraphs'), available);
  lines.iri(available, rdf.type, sd('GraphCollection'));
  if (graphs.size > mostListed) return;
  for (const [name, counts] of graphs) {
    const named = `${available}-${encodeURIComponent(name)}`;
    for (const collection of [dataset, available]) lines.iri(collection, sd('namedGraph'), named);
    lines.iri(named, rdf.type, sd('NamedGraph'));
    lines.iri(named, sd('name'), name);
    lines.iri(named, sd('graph'), name);
    addGraph(lines, name, counts?.triples);
  }
}

function addGraph(lines: GraphLines, iri: string, triples: number | undefined): void {
  lines.iri(iri, rdf.type, sd('Graph'));
  if (triples === undefined) return;
  lines.iri(iri, rdf.type, voidTerm('Dataset'));
  lines.integer(iri, voidTerm('triples'), triples);
}

/** Nothing while one of the graphs is not counted: a sum of the others would be taken for the whole. */
function triplesOf(all: readonly (GraphCounts | undefined)[]): number | undefined {
  const counted = all.filter((counts) => counts !== undefined);
  return counted.length === all.length ? addCounts(counted).triples : undefined;
}

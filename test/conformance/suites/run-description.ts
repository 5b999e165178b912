import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuads } from '@askg/ddm';
import { shaclReport } from '../../../libs/ddm/src/validate/shacl-report.ts';
import type { Endpoint } from '../endpoint.ts';
import type { ConformanceTest } from '../manifest.ts';
import { RdfGraph } from '../rdf-graph.ts';
import type { ParsedQuad } from '../test-files.ts';

const sh = 'http://www.w3.org/ns/shacl#';
const sd = 'http://www.w3.org/ns/sparql-service-description#';

/** The terms that https://www.w3.org/TR/sparql11-service-description/ defines. */
const vocabulary = new Set(
  (
    'Service Language Function Aggregate EntailmentRegime EntailmentProfile GraphCollection Dataset Graph NamedGraph ' +
    'Feature SPARQL10Query SPARQL11Query SPARQL11Update DereferencesURIs UnionDefaultGraph RequiresDataset EmptyGraphs ' +
    'BasicFederatedQuery endpoint feature defaultEntailmentRegime entailmentRegime defaultSupportedEntailmentProfile ' +
    'supportedEntailmentProfile extensionFunction extensionAggregate languageExtension supportedLanguage ' +
    'propertyFeature defaultDataset availableGraphs resultFormat inputFormat defaultGraph namedGraph name graph'
  ).split(' '),
);

/** Service description: the manifest holds names only; what they mean is in the recommendation. */
export async function runDescription(endpoint: Endpoint, { id }: ConformanceTest): Promise<string | undefined> {
  const reply = await endpoint.send({ method: 'GET', target: '/sparql', headers: { accept: 'text/turtle' } });
  if (reply.status !== 200) return `GET on the endpoint gave status ${reply.status}.`;
  if (reply.mediaType !== 'text/turtle') return `GET on the endpoint gave ${reply.mediaType}.`;
  const quads = parseQuads(reply.text, 'text/turtle', `${endpoint.url}/sparql`);
  switch (id) {
    case 'returns-rdf':
      return quads.length > 0 ? undefined : 'The description is empty.';
    case 'has-endpoint-triple':
      return hasEndpoint(quads, `${endpoint.url}/sparql`);
    case 'conforms-to-schema':
      return schemaComplaint(quads);
    default:
      return 'There is no such test.';
  }
}

function hasEndpoint(quads: readonly ParsedQuad[], address: string): string | undefined {
  const found = quads.flatMap(({ predicate, object }) => (predicate.value === `${sd}endpoint` ? [object.value] : []));
  return found.includes(address) ? undefined : `sd:endpoint is ${found.join(', ') || 'missing'}, not ${address}.`;
}

async function schemaComplaint(quads: readonly ParsedQuad[]): Promise<string | undefined> {
  const terms = quads.flatMap(({ predicate, object }) => [predicate.value, object.value]);
  const unknown = terms.find((iri) => iri.startsWith(sd) && !vocabulary.has(iri.slice(sd.length)));
  if (unknown !== undefined) return `${unknown} is not a term of the vocabulary.`;
  if (!quads.some(({ object }) => object.value === `${sd}Service`)) return 'There is no sd:Service.';
  const shapes = readFileSync(join(import.meta.dirname, 'service-description.shapes.ttl'), 'utf8');
  const report = new RdfGraph(await shaclReport({ shapes: parseQuads(shapes, 'text/turtle'), data: quads }));
  const [first] = report.subjectsOfType(`${sh}ValidationResult`);
  if (first === undefined) return undefined;
  return `${report.text(first, `${sh}focusNode`)}: ${report.text(first, `${sh}resultMessage`)}`;
}

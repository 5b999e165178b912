import { resultFormats } from '@askg/graph';
import { descriptionOffers } from '../sparql/description-forms.ts';
import { rdfOffers } from '../resources/rdf-formats.ts';
import { notModified, path, problems, query, texts, type Parameter, type Paths } from './operations.ts';

const rdf = rdfOffers.map(({ mediaType }) => mediaType);
const rdfNames = rdfOffers.map(({ names }) => names[0]);
const results = Object.values(resultFormats).flat();
const resultTypes = [...new Set(results.map(({ mediaType }) => mediaType))];
const resultNames = [...new Set(results.map(({ name }) => name))];

const formatOf = (names: readonly (string | undefined)[]) =>
  query('format', 'Decides the form, whatever the Accept header says.', { type: 'string', enum: names });

const protocol = [
  query('default-graph-uri', 'Graphs that make the default graph; all of them without it.', many()),
  query('named-graph-uri', 'Graphs that GRAPH may name; all of them without it.', many()),
  formatOf(resultNames),
];

const refusals = problems(
  [400, 'No query, no valid query, an update, or a graph that is not there.'],
  [403, 'SERVICE.'],
  [406, 'The result cannot be given in the form asked for.'],
  [413, 'The query is too long.'],
  [422, 'The query is too complex, or its result too large; it is refused, never cut short.'],
  [503, 'No engine can answer now.'],
  [504, 'The query reached its deadline.'],
);

const answered = {
  200: {
    description: 'The result. The header askg-commit tells the commit of the corpus that it was computed from.',
    content: texts(resultTypes),
  },
};

/** The endpoint of all that may be read, or of one collection as a dataset of its own. */
function endpoint(
  of: Parameter[],
  ids: { get: string; post: string },
  missing: [number, string][],
): NonNullable<Paths[string]> {
  return {
    get: {
      operationId: ids.get,
      summary: 'SPARQL 1.1 query, in the address',
      tags: ['graph'],
      description: 'Without a query, the endpoint, its data and queries worth asking are described, in RDF.',
      parameters: [...of, query('query', 'SELECT, ASK, CONSTRUCT or DESCRIBE.'), ...protocol],
      responses: { ...answered, 304: notModified, ...refusals, ...problems(...missing) },
    },
    post: {
      operationId: ids.post,
      summary: 'SPARQL 1.1 query, in the body',
      tags: ['graph'],
      parameters: [...of, ...protocol],
      requestBody: {
        required: true,
        content: {
          'application/sparql-query': { schema: { type: 'string' } },
          'application/x-www-form-urlencoded': {
            schema: { type: 'object', properties: { query: { type: 'string' } }, required: ['query'] },
          },
        },
      },
      responses: { ...answered, ...refusals, ...problems([415, 'The body is of another media type.'], ...missing) },
    },
  };
}

/** Resources, the vocabulary and the SPARQL endpoint. */
export const graphPaths: Paths = {
  '/id/{path}': {
    get: {
      operationId: 'resource',
      summary: 'Anything that has an IRI: a paper, a sentence, a reference, a named graph',
      tags: ['graph'],
      parameters: [
        path('path', 'What follows the base in the IRI, such as paper/10.21105_jose.00173/s1/p2/t1.'),
        formatOf(rdfNames),
        query('revision', 'Digest of the graph that is cited: its text is shown as long as it is kept.'),
      ],
      responses: {
        200: { description: 'What the graph says of it and of its parts.', content: texts([...rdf, 'text/html']) },
        301: { description: 'The paper has this other address.' },
        304: notModified,
        ...problems([404, 'Nothing has this address.'], [406, 'No such form.'], [410, 'The paper was removed.']),
      },
    },
  },
  '/ontology': {
    get: {
      operationId: 'ontology',
      summary: 'The vocabulary',
      tags: ['graph'],
      parameters: [formatOf(['turtle', 'jsonld', 'ntriples', 'html'])],
      responses: {
        200: {
          description: 'Classes, properties and concepts.',
          content: texts(['text/turtle', 'application/ld+json', 'application/n-triples', 'text/html']),
        },
        304: notModified,
        ...problems([406, 'No such form.']),
      },
    },
  },
  '/sparql': endpoint([], { get: 'queryByAddress', post: 'query' }, []),
  '/sparql/{collection}': endpoint(
    [path('collection', 'Name of the collection whose papers are the dataset.')],
    { get: 'queryCollectionByAddress', post: 'queryCollection' },
    [[404, 'No such collection can be read.']],
  ),
  '/void': {
    get: {
      operationId: 'void',
      summary: 'What the data are: VoID, with how much there is of each class and property, for each collection too',
      tags: ['graph'],
      parameters: [formatOf(descriptionOffers.map(({ names }) => names[0]))],
      responses: {
        200: {
          description: 'The header askg-commit tells the commit of the corpus that was counted; absent until one was.',
          content: texts(descriptionOffers.map(({ mediaType }) => mediaType)),
        },
        304: notModified,
        ...problems([400, 'No such format.'], [406, 'No such form.']),
      },
    },
  },
  '/.well-known/void': {
    get: {
      operationId: 'wellKnownVoid',
      summary: 'Where programs look for VoID',
      tags: ['graph'],
      responses: { 302: { description: 'It is at /void.' } },
    },
  },
};

function many() {
  return { type: 'array', items: { type: 'string', format: 'uri' } };
}

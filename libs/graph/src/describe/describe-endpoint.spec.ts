import { describe, expect, it } from '@jest/globals';
import { parseQuads } from '@askg/ddm';
import { describeEndpoint, type EndpointDescription } from './describe-endpoint.ts';
import { descriptionPrefixes } from './vocabularies.ts';

const { sd, sh, void: voc } = descriptionPrefixes;
const endpoint = 'https://kg.example.org/sparql';
const counts = (triples: number) => ({
  triples,
  entities: 1,
  classes: new Map([['https://e.org/c#C', 1]]),
  properties: new Map([['https://e.org/other/c#C', triples]]),
});

function described(more: Partial<EndpointDescription> = {}) {
  const graphs = new Map([1, 2].map((n) => [`https://kg.example.org/id/graph/10.1_${n}`, counts(n)] as const));
  const held = { commit: 7, documents: 2, counts: counts(3) };
  const nquads = describeEndpoint({
    document: endpoint,
    service: { endpoint, graphs, isFederated: false },
    dataset: {
      iri: 'https://kg.example.org/void#all',
      title: 'All',
      endpoint,
      uriSpace: 'https://kg.example.org/id/',
      held,
    },
    subsets: [],
    examples: [],
    ...more,
  });
  const quads = parseQuads(nquads, 'application/n-quads');
  const values = (property: string, subject?: string) =>
    quads
      .filter((quad) => quad.predicate.value === property && (subject === undefined || quad.subject.value === subject))
      .map(({ object }) => object.value);
  return { quads, values };
}

describe('the description of an endpoint', () => {
  it('says what the default graph and each named graph hold', () => {
    const { values } = described();
    const [dataset = ''] = values(`${sd}defaultDataset`);
    const [union = ''] = values(`${sd}defaultGraph`, dataset);
    expect(values(`${voc}triples`, union)).toEqual(['3']);
    expect(values(`${sd}namedGraph`, dataset)).toEqual(values(`${sd}namedGraph`, values(`${sd}availableGraphs`)[0]));
    expect(values(`${sd}name`)).toHaveLength(2);
    expect(values(`${voc}triples`, 'https://kg.example.org/id/graph/10.1_2')).toEqual(['2']);
  });

  it('tells of federation where there is any', () => {
    expect(described().values(`${sd}feature`)).toEqual([`${sd}UnionDefaultGraph`]);
    const { values } = described({ service: { endpoint, graphs: new Map(), isFederated: true } });
    expect(values(`${sd}feature`)).toContain(`${sd}BasicFederatedQuery`);
  });

  it('has a place of its own for every class and property, whatever their names', () => {
    const { values } = described();
    const partitions = [...values(`${voc}classPartition`), ...values(`${voc}propertyPartition`)];
    expect(new Set(partitions).size).toBe(2);
    expect(partitions.map((iri) => new URL(iri).hash.length)).not.toContain(0);
  });

  it('says nothing of what has not been counted', () => {
    const graphs = new Map([['https://kg.example.org/id/graph/10.1_1', undefined]]);
    const { iri, title, uriSpace } = { iri: 'https://e.org/#all', title: 'All', uriSpace: 'https://e.org/id/' };
    const { values } = described({
      service: { endpoint, graphs, isFederated: false },
      dataset: { iri, title, endpoint, uriSpace },
    });
    for (const property of ['triples', 'entities', 'classes', 'documents']) {
      expect(values(`${voc}${property}`)).toEqual([]);
    }
    expect(values(`${sd}name`)).toHaveLength(1);
  });

  it('leaves a long list of graphs to a query', () => {
    const graphs = new Map(Array.from({ length: 1001 }, (_, n) => [`https://e.org/g${n}`, counts(1)] as const));
    const { values } = described({ service: { endpoint, graphs, isFederated: false } });
    expect(values(`${sd}name`)).toEqual([]);
    expect(values(`${voc}triples`, values(`${sd}defaultGraph`)[0])).toEqual(['1001']);
  });

  it('gives examples by their form, with the prefixes that they use', () => {
    const ddm = 'PREFIX ddm: <https://w3id.org/askg/ddm#>\n';
    const { values, quads } = described({
      examples: [
        { name: 'a', title: 'A?', text: `${ddm}SELECT * { ?s a ddm:Paper }` },
        { name: 'b', title: 'B?', text: `${ddm}ASK { ?s a ddm:Paper }` },
        { name: 'c', title: 'C?', text: `${ddm}CONSTRUCT WHERE { ?s a ddm:Paper }` },
        { name: 'd', title: 'D?', text: `${ddm}DESCRIBE <https://e.org/x>` },
      ],
    });
    expect(values(`${sh}select`, `${endpoint}#example-a`)).toEqual([`${ddm}SELECT * { ?s a ddm:Paper }`]);
    expect(values(`${sh}ask`, `${endpoint}#example-b`)).toHaveLength(1);
    expect(values(`${sh}construct`, `${endpoint}#example-c`)).toHaveLength(1);
    expect(quads.some(({ subject }) => subject.value === `${endpoint}#example-d`)).toBe(false);
    const [declaration] = values(`${sh}declare`, values(`${sh}prefixes`)[0]);
    expect(values(`${sh}prefix`, declaration)).toEqual(['ddm']);
    expect(values(`${sh}namespace`, declaration)).toEqual(['https://w3id.org/askg/ddm#']);
  });
});

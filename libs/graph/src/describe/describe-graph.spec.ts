import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseQuads } from '@askg/ddm';
import { SparqlEndpoint } from '../oxigraph/testing/sparql-endpoint.ts';
import { RemoteEndpoint } from '../sparql-http/remote-endpoint.ts';
import { compactShapes } from './compact-shapes.ts';
import { describeGraph, type DescribeOptions } from './describe-graph.ts';
import { resourceKind } from './graph-description.ts';
import { descriptionPrefixes } from './vocabularies.ts';
import { voidOfDescription } from './void-of-description.ts';

const turtle = `
@prefix v: <http://zoo.example.org/v#> . @prefix i: <http://zoo.example.org/i/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
v:Animal a owl:Class ; rdfs:label "Tier"@de , "Animal"@en ; rdfs:comment "A living thing of the zoo."@en .
v:Cat a owl:Class ; rdfs:subClassOf v:Animal .
v:weight a owl:DatatypeProperty ; rdfs:label "weight (kg)" ; rdfs:domain v:Animal .
v:unused a owl:ObjectProperty ; rdfs:label "unused" .
i:a a v:Cat ; rdfs:label "Ayo" ; v:weight 4.5 ; v:likes i:b , i:c ; v:origin <http://places.example.org/Kenya> .
i:b a v:Cat ; rdfs:label "Bibi" ; v:weight 5 ; v:likes i:c .
i:c a v:Dog ; rdfs:label "Coco" ; v:born "2020-01-02"^^<http://www.w3.org/2001/XMLSchema#date> .
`;
const zoo = (name: string) => `http://zoo.example.org/v#${name}`;
const xsd = (name: string) => `http://www.w3.org/2001/XMLSchema#${name}`;

describe('the description of a graph', () => {
  const endpoint = new SparqlEndpoint();
  let store: RemoteEndpoint;

  const described = (more: Partial<DescribeOptions> = {}) =>
    describeGraph(store, { source: 'zoo', described: '2026-01-01T00:00:00Z', now: () => performance.now(), ...more });

  beforeAll(async () => {
    const { query: url } = await endpoint.start();
    store = new RemoteEndpoint({ url, now: () => performance.now(), isPrivateAllowed: true });
    endpoint.store.load(turtle, { format: 'text/turtle' });
  });
  beforeEach(() => {
    endpoint.intercept = () => false;
  });
  afterAll(() => endpoint.stop());

  it('tells classes with their size, also those that have no nodes of their own', async () => {
    const { classes, triples, missing } = await described();
    expect(missing).toEqual([]);
    expect(triples).toBe(endpoint.store.size);
    const sizes = Object.fromEntries(classes.map(({ iri, entities }) => [iri, entities]));
    expect(sizes).toEqual({ [zoo('Cat')]: 2, [zoo('Dog')]: 1, [zoo('Animal')]: 0 });
    expect(classes.find(({ iri }) => iri === zoo('Cat'))?.parents).toEqual([zoo('Animal')]);
  });

  it('puts English labels and comments first', async () => {
    const { classes } = await described();
    const animal = classes.find(({ iri }) => iri === zoo('Animal'));
    expect(animal).toMatchObject({ labels: ['Animal', 'Tier'], comments: ['A living thing of the zoo.'] });
  });

  it('tells what each property leads to, how often, and whether each node has one', async () => {
    const { classes } = await described();
    const uses = new Map(classes.find(({ iri }) => iri === zoo('Cat'))?.properties.map((use) => [use.property, use]));
    expect(uses.get(zoo('likes'))).toMatchObject({ triples: 3, subjects: 2, objects: 2, isFunctional: false });
    expect(uses.get(zoo('likes'))?.kinds).toEqual([
      { iri: zoo('Dog'), isLiteral: false, triples: 2 },
      { iri: zoo('Cat'), isLiteral: false, triples: 1 },
    ]);
    expect(uses.get(zoo('weight'))).toMatchObject({ isFunctional: true, subjects: 2 });
    expect(
      uses
        .get(zoo('weight'))
        ?.kinds.map(({ iri }) => iri)
        .toSorted(),
    ).toEqual([xsd('decimal'), xsd('integer')]);
    expect(uses.get(zoo('origin'))?.kinds).toEqual([{ iri: resourceKind, isLiteral: false, triples: 1 }]);
    expect(uses.get(zoo('weight'))?.samples.toSorted()).toEqual(['4.5', '5']);
  });

  it('tells properties that are only declared, with their domains', async () => {
    const { properties } = await described();
    expect(properties.find(({ iri }) => iri === zoo('unused'))).toMatchObject({ triples: 0, labels: ['unused'] });
    expect(properties.find(({ iri }) => iri === zoo('weight'))?.domains).toEqual([zoo('Animal')]);
  });

  it('goes on without what cannot be had, and names it', async () => {
    endpoint.intercept = ({ parameters }, response) => {
      const isHard =
        /SAMPLE/u.test(parameters.get('query') ?? '') && parameters.get('query')?.includes('#Dog') === true;
      if (isHard) response.writeHead(500).end('out of memory');
      return isHard;
    };
    const { classes, missing } = await described();
    expect(missing.map(({ part }) => part)).toEqual([`all nodes of ${zoo('Dog')}`, `properties of ${zoo('Dog')}`]);
    expect(classes.find(({ iri }) => iri === zoo('Dog'))).toMatchObject({ properties: [], sampled: 0 });
    expect(classes.find(({ iri }) => iri === zoo('Cat'))?.properties).toHaveLength(4);
  });

  it('looks at some nodes where all are too many', async () => {
    endpoint.intercept = ({ parameters }, response) => {
      const query = parameters.get('query') ?? '';
      const isWhole = query.includes('SAMPLE') && !query.includes('LIMIT 500');
      if (isWhole) response.writeHead(500).end('timed out');
      return isWhole;
    };
    const { classes } = await described();
    expect(classes.find(({ iri }) => iri === zoo('Cat'))).toMatchObject({ sampled: 500 });
    expect(classes.find(({ iri }) => iri === zoo('Cat'))?.properties).toHaveLength(4);
  });

  it('takes the classes without their size where counting takes too long', async () => {
    endpoint.intercept = ({ parameters }, response) => {
      const isCount = parameters.get('query')?.includes('AS ?entities') === true;
      if (isCount) response.writeHead(504).end();
      return isCount;
    };
    const { classes, missing } = await described();
    expect(missing.map(({ part }) => part)).toEqual(['how many nodes each class has']);
    expect(classes.find(({ iri }) => iri === zoo('Cat'))?.properties).toHaveLength(4);
  });

  it('ends at once when it is cancelled, and fails when not even the classes can be had', async () => {
    await expect(described({ signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ code: 'graph/cancelled' }),
    );
    endpoint.intercept = () => true;
    await expect(described({ queryMs: 50 })).rejects.toThrow(expect.objectContaining({ code: 'graph/timeout' }));
  });

  it('can be read by people, and by programs as VoID', async () => {
    const description = await described();
    expect(compactShapes(description)).toContain(
      `  weight (kg) -> decimal or integer (2, one each) "4.5", "5" <${zoo('weight')}>`,
    );
    const quads = parseQuads(voidOfDescription(description, 'urn:zoo'), 'application/n-quads');
    const values = (subject: string, name: string) =>
      quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === descriptionPrefixes.void + name)
        .map(({ object }) => object.value);
    expect(values('urn:zoo', 'classes')).toEqual(['2']);
    expect(values('urn:zoo_class_1', 'class')).toEqual([zoo('Cat')]);
    expect(values('urn:zoo_class_1', 'propertyPartition')).toHaveLength(4);
  });
});

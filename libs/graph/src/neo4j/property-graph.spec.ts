import { describe, expect, it } from '@jest/globals';
import { labelOf, relationshipType, termValue } from './names.ts';
import { propertyGraph } from './property-graph.ts';

const ddm = 'https://w3id.org/askg/ddm#';
const a = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const integer = '<http://www.w3.org/2001/XMLSchema#integer>';

function graph(...triples: string[]): string {
  return triples.map((triple) => `${triple} <http://e/graph/1> .\n`).join('');
}

describe('a named graph as a property graph', () => {
  it('has resources as nodes, literals as properties, and statements about two resources as relationships', () => {
    const { nodes, relationships } = propertyGraph(
      graph(
        `<http://e/p> ${a} <${ddm}Paper>`,
        `<http://e/p> <http://purl.org/dc/terms/title> "A “title”"@en`,
        `<http://e/p> <${ddm}year> "2021"^^${integer}`,
        `<http://e/p> <${ddm}hasSection> <http://e/p/s1>`,
        `<http://e/p/s1> ${a} <${ddm}Section>`,
      ),
    );
    expect(nodes).toEqual([
      { iri: 'http://e/p', labels: ['Paper'], properties: { title: 'A “title”', year: 2021 } },
      { iri: 'http://e/p/s1', labels: ['Section'], properties: {} },
    ]);
    expect(relationships).toEqual([{ from: 'http://e/p', type: 'HAS_SECTION', to: 'http://e/p/s1' }]);
  });

  it('takes terms of vocabularies for values, and several values for a list of one type', () => {
    const { nodes, relationships } = propertyGraph(
      graph(
        `<http://e/s> ${a} <${ddm}Section>`,
        `<http://e/s> <${ddm}role> <${ddm}role-related-work>`,
        `<http://e/s> <${ddm}topic> "graphs"`,
        `<http://e/s> <${ddm}topic> "logic"`,
        `<http://e/s> <${ddm}label> "2"`,
        `<http://e/s> <${ddm}label> "3"^^${integer}`,
      ),
    );
    expect(nodes[0]?.properties).toEqual({ role: 'related-work', topic: ['graphs', 'logic'], label: ['2', '3'] });
    expect(relationships).toEqual([]);
  });

  it('leaves a resource that it only links to the graph that describes it', () => {
    const { nodes, relationships } = propertyGraph(
      graph(`<http://e/p/person1> <${ddm}canonical> <http://e/person/1>`, `<http://e/x> <http://other.org/y> "z"`),
    );
    expect(nodes).toEqual([]);
    expect(relationships).toEqual([{ from: 'http://e/p/person1', type: 'CANONICAL', to: 'http://e/person/1' }]);
  });
});

describe('names', () => {
  it.each([
    [`${ddm}hasSection`, 'HAS_SECTION'],
    [`${ddm}usesDataFrom`, 'USES_DATA_FROM'],
    ['http://www.w3.org/2004/02/skos/core#exactMatch', 'EXACT_MATCH'],
    ['http://other.org/hasSection', undefined],
    [`${ddm}x]->() DELETE r //`, undefined],
  ])('of the relationship %s is %s', (iri, type) => expect(relationshipType(iri)).toBe(type));

  it.each([
    [`${ddm}TableRow`, 'TableRow'],
    [`${ddm}Table-Row`, 'Table_Row'],
    [`${ddm}Paper) DETACH DELETE n //`, undefined],
    ['http://other.org/Paper', undefined],
  ])('of the label %s is %s', (iri, label) => expect(labelOf(iri)).toBe(label));

  it.each([
    [`${ddm}type-research-problem`, 'research-problem'],
    ['http://purl.org/spar/cito/extends', 'extends'],
    [`${ddm}Paper`, undefined],
    ['http://e/paper/1', undefined],
  ])('of the value %s is %s', (iri, value) => expect(termValue(iri)).toBe(value));
});

import { describe, expect, it } from '@jest/globals';
import { standInGraph } from './stand-in-graph.ts';

const dblp = 'https://dblp.org/rdf/schema#';
const label = '<http://www.w3.org/2000/01/rdf-schema#label>';

describe('A graph in place of one that is not there', () => {
  it('holds what a training query says, with classes and labels for its terms', () => {
    const sparql = `SELECT ?a WHERE { ?x <${dblp}authoredBy> ?a ; <${dblp}publishedIn> "UCAmI" }`;
    const lines = standInGraph([{ question: 'Who published in UCAmI?', sparql }]).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        `<urn:stand-in:0%3Ax> <${dblp}authoredBy> <urn:stand-in:0%3Aa> .`,
        `<urn:stand-in:0%3Ax> <${dblp}publishedIn> "UCAmI" .`,
        `<${dblp}publishedIn> ${label} "published in" .`,
        `<${dblp}Publication> ${label} "publication" .`,
      ]),
    );
  });

  it('names the one thing of a query by the title in quotes, and leaves out what is no SPARQL', () => {
    const sparql = `SELECT ?a WHERE { <https://dblp.org/rec/1> <${dblp}authoredBy> ?a }`;
    const text = standInGraph([
      { question: "Who wrote 'A survey of parsing'?", sparql },
      { question: 'broken', sparql: 'SELECT ?x WHERE {' },
    ]);
    expect(text).toContain(`<https://dblp.org/rec/1> ${label} "A survey of parsing" .`);
    expect(text).not.toContain('urn:stand-in:1');
  });
});

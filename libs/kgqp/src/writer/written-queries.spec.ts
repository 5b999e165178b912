import { describe, expect, it } from '@jest/globals';
import { writtenQueries } from './written-queries.ts';

const query = 'SELECT ?x { ?x a ddm:Paper }';

describe('The queries in a reply', () => {
  it('are those of the JSON that was asked for, each once, three at most', () => {
    const sparql = [query, query, 'ASK {}', 'ASK { ?s ?p ?o }', 'ASK { ?o ?p ?s }'];
    const queries = sparql.map((text) => ({ sparql: text, entities: ['A'], missing: ' the year ' }));
    expect(writtenQueries(JSON.stringify({ queries }))).toEqual(
      [query, 'ASK {}', 'ASK { ?s ?p ?o }'].map((text) => ({ sparql: text, entities: ['A'], missing: 'the year' })),
    );
  });

  it('may stand in code blocks inside of it', () => {
    const queries = [{ sparql: `\`\`\`sparql\n${query}\n\`\`\`` }];
    expect(writtenQueries(JSON.stringify({ queries }))).toEqual([{ sparql: query, entities: [], missing: '' }]);
  });

  it('are the one in prose, where there is no JSON', () => {
    expect(writtenQueries(`Here: \`\`\`sparql\n${query}\n\`\`\``)).toMatchObject([{ sparql: query }]);
    expect(writtenQueries('{"queries": []}')).toEqual([]);
    expect(writtenQueries('I do not know.')).toEqual([]);
  });
});

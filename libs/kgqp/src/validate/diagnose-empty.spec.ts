import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoGraph, openDemoGraph } from '../testing/demo-graph.ts';
import { diagnoseEmpty } from './diagnose-empty.ts';

let graph: DemoGraph;

beforeAll(async () => {
  graph = await openDemoGraph();
}, 60_000);

afterAll(async () => {
  await graph.close();
});

const why = (where: string) => diagnoseEmpty(graph.store, `SELECT * WHERE { ${where} }`);

describe('Why a query finds nothing', () => {
  it('is a condition that nothing in the graph meets', async () => {
    expect(await why('?p a ddm:Paper ; ddm:year 1066 ; dcterms:title ?t')).toEqual({
      by: '?p ddm:year 1066 .',
      isMet: false,
    });
  });

  it('is a condition that only things meet that the others leave out', async () => {
    expect(await why('?s a ddm:Section ; ddm:heading ?h . ?x a ddm:Paper . ?s dcterms:title ?t')).toEqual({
      by: '?s dcterms:title ?t .',
      isMet: true,
    });
  });

  it('is a filter, when it takes away what was left', async () => {
    expect(await why('?p a ddm:Paper ; ddm:year ?y FILTER(?y > 3000) ?p dcterms:title ?t')).toEqual({
      by: 'FILTER(?y > 3000)',
    });
    expect(await why('?p a ddm:Paper MINUS { ?p dcterms:title ?t }')).toEqual({ by: 'MINUS { ?p dcterms:title ?t }' });
  });

  it('is never what is optional', async () => {
    expect(await why('?p a ddm:Paper OPTIONAL { ?p ddm:year 1066 } VALUES ?p { <http://e/> }')).toMatchObject({
      by: 'VALUES ?p { <http://e/> }',
    });
  });

  it('is none of its conditions, when groups are held to another', async () => {
    const query = 'SELECT ?p { ?p a ddm:Paper } GROUP BY ?p HAVING (COUNT(*) > 9)';
    expect(await diagnoseEmpty(graph.store, query)).toBeUndefined();
  });
});

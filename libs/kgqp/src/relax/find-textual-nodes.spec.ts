import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Link, SparqlRun } from '@askg/contract';
import type { TextualNode } from '../facts.ts';
import { GraphFacts } from '../graph-facts.ts';
import { selectRows } from '../linking/select-rows.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import type { QuestionConstraints } from '../question/question.ts';
import { type DemoGraph, openDemoGraph } from '../testing/demo-graph.ts';

let graph: DemoGraph;
let facts: GraphFacts;

beforeAll(async () => {
  graph = await openDemoGraph();
  facts = new GraphFacts({ store: graph.store, base: graph.base, now: () => performance.now() });
}, 60_000);

afterAll(async () => {
  await graph.close();
});

async function nodes(constraints: QuestionConstraints, links: readonly Link[], options = {}) {
  const runs: SparqlRun[] = [];
  let found: TextualNode[] = [];
  const question = { ...analyseQuestion('What is said?'), constraints };
  for await (const event of facts.textualNodes(question, links, options)) {
    if (event.type === 'query') runs.push(event.run);
    else found = event.nodes;
  }
  return { runs, found };
}

async function one(query: string): Promise<string> {
  const { rows } = await selectRows(graph.store, query);
  return rows[0]?.['x']?.value ?? '';
}

const link = (chosen: string, phrase = 'x'): Link => ({ phrase, chosen, alternatives: [] });
const paper = (title: string) =>
  one(`SELECT ?x { ?x a ddm:Paper ; dcterms:title ?t . FILTER(STRSTARTS(?t, "${title}")) }`);

describe('The sentences that satisfy a question', () => {
  it('are those of the paper that it names, when it names one', async () => {
    const iri = await paper('cuallee');
    const { runs, found } = await nodes({}, [link(iri, 'cuallee')]);
    expect(runs).toMatchObject([{ kind: 'textual-nodes', origin: 'planner', state: 'ok', relaxed: [] }]);
    expect(found.length).toBeGreaterThan(15);
    for (const node of found) expect(node).toEqual({ iri: expect.stringMatching(new RegExp(`^${iri}/`)), loss: 0 });
  });

  it('stand in sections with the role asked for, sections inside them included', async () => {
    const { found, runs } = await nodes({ roles: ['conclusion'] }, []);
    expect(runs[0]?.text).toContain('ddm:role-conclusion');
    expect(found.length).toBeGreaterThan(10);
  });

  it('cite the work that it names; with too few, those of papers that cite it come too, at a loss', async () => {
    const reference = await one(
      'SELECT ?x { ?x a ddm:Reference ; dcterms:title "R: A language and environment for statistical computing" }',
    );
    const { found, runs } = await nodes({}, [link(reference)]);
    expect(runs.map(({ relaxed }) => relaxed.length)).toEqual([0, 1]);
    expect(runs[1]?.relaxed[0]?.step).toMatch(/^anywhere in the paper: reference/);
    expect(found.filter(({ loss }) => loss === 0).length).toBe(runs[0]?.rows);
    expect(found.filter(({ loss }) => loss > 0).length).toBeGreaterThan(10);
  });

  it('lose one constraint after another, at most two, the one that matters least first', async () => {
    const iri = await paper('cuallee');
    const { found, runs } = await nodes({ roles: ['appendix'], years: { from: 1900, to: 1901 } }, [
      link(iri, 'cuallee'),
    ]);
    expect(runs.map(({ relaxed }) => relaxed.map(({ step }) => step.split(':')[0]))).toEqual([
      [],
      ['a year more on each side'],
      ['a year more on each side', 'without'],
    ]);
    expect(runs.at(-1)?.relaxed.at(-1)?.step).toMatch(/^without: year/);
    expect(found).toEqual([]);
  });

  it('of a thing that is local to a paper are found by its name in every paper', async () => {
    const keyword = await one('SELECT ?x { ?x a ddm:Keyword ; rdfs:label "PyTorch" }');
    const { found } = await nodes({}, [link(keyword)]);
    expect(new Set(found.map(({ iri }) => iri.replace(/(\/paper\/[^/]+)\/.*/, '$1'))).size).toBe(3);
  });

  it('are of the papers that may be asked only', async () => {
    const keyword = await one(
      'SELECT ?x { ?p ddm:doi "10.21105/jose.00239" ; ddm:hasKeyword ?x . ?x rdfs:label "PyTorch" }',
    );
    const { found } = await nodes({}, [link(keyword)], { papers: ['10.21105_jose.00239'] });
    for (const { iri } of found) expect(iri).toContain('/paper/10.21105_jose.00239/');
    expect(found.length).toBeGreaterThan(10);
  });

  it('are those of a paper that a person chose, whatever the phrase', async () => {
    const iri = await paper('cuallee');
    expect(await nodes({}, [link(iri)])).toEqual({ runs: [], found: [] });
    const { found } = await nodes({}, [{ ...link(iri), confirmed: true }]);
    expect(found.length).toBeGreaterThan(15);
  });

  it('are those of a paper that abbreviates what is asked of only when the question abbreviates it too', async () => {
    const { rows } = await selectRows(
      graph.store,
      'SELECT ?x ?s { ?p ddm:hasAbbreviation ?x . ?x ddm:shortForm ?s } ORDER BY ?x LIMIT 1',
    );
    const abbreviation = rows[0]?.['x']?.value ?? '';
    const short = rows[0]?.['s']?.value ?? '';
    expect(await nodes({}, [link(abbreviation, 'its long form')])).toEqual({ runs: [], found: [] });
    const { found } = await nodes({}, [link(abbreviation, `the ${short}`)]);
    expect(found.length).toBeGreaterThan(10);
  });

  it('are none without constraints, and links that lead nowhere are left out', async () => {
    expect(await nodes({}, [])).toEqual({ runs: [], found: [] });
    for (const chosen of ['http://e/nobody', 'http://e/> } DROP ALL', '']) {
      expect(await nodes({}, [link(chosen)])).toEqual({ runs: [], found: [] });
    }
  });
});

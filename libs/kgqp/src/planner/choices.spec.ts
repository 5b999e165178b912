import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Choice, FactEvent } from '../facts.ts';
import { GraphFacts } from '../graph-facts.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
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

async function ask(question: string, choices: Choice[] = []) {
  const events: FactEvent[] = [];
  for await (const event of facts.find(analyseQuestion(question), { choices })) events.push(event);
  return {
    links: events.flatMap((event) => (event.type === 'links' ? event.links : [])),
    degraded: events.flatMap((event) => (event.type === 'degraded' ? [event.degraded] : [])),
    text: events.flatMap((event) => (event.type === 'answer' ? [event.answer.run.text] : []))[0],
  };
}

const ambiguous = 'Which papers mention Python?';

describe('A phrase that may name several things', () => {
  it('is taken for what an alternative of the answer offers, and what it was taken for before is offered in turn', async () => {
    const first = await ask(ambiguous);
    const [link] = first.links;
    const keyword = link?.alternatives.find(({ kind }) => kind === 'Keyword');
    expect(keyword).toMatchObject({ label: 'Python' });
    expect(link).not.toHaveProperty('confirmed');
    const shown = link?.alternatives.map(({ label, kind }) => `${label} ${kind}`) ?? [];
    expect(new Set(shown).size).toBe(shown.length);

    const iri = keyword?.iri ?? '';
    const again = await ask(ambiguous, [{ phrase: 'Python', iri }]);
    expect(again.links[0]).toMatchObject({ phrase: 'Python', chosen: iri, confirmed: true });
    expect(again.links[0]?.alternatives.map((each) => each.iri)).toContain(link?.chosen);
    expect(again.text).not.toBe(first.text);
    expect(again.text).toContain('hasKeyword');
    expect(again.degraded).toEqual([]);
  });

  it('is taken for what it names, when the choice does not fit, and that is said', async () => {
    const first = await ask(ambiguous);
    const again = await ask(ambiguous, [{ phrase: 'Python', iri: 'http://nowhere/' }]);
    expect(again.text).toBe(first.text);
    expect(again.degraded).toMatchObject([{ step: 'linking', used: 'what the words name' }]);
  });
});

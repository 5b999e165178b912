import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactEvent } from '../facts.ts';
import { GraphFacts } from '../graph-facts.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { type DemoGraph, openDemoGraph } from '../testing/demo-graph.ts';
import { StubChat } from '../testing/stub-chat.ts';

let graph: DemoGraph;
let facts: GraphFacts;

beforeAll(async () => {
  graph = await openDemoGraph();
  const now = () => performance.now();
  facts = new GraphFacts({ store: graph.store, base: graph.base, now, modelTask: 'words' });
}, 60_000);

afterAll(async () => {
  await graph.close();
});

/** Words that the planner does not know. */
const strange = 'Whose brains brought forth the cuallee paper?';

async function ask(chat: StubChat, question = strange) {
  const events: FactEvent[] = [];
  for await (const event of facts.find({ ...analyseQuestion(question), structured: 0.9 }, { chat })) events.push(event);
  return {
    answer: events.flatMap((event) => (event.type === 'answer' ? [event.answer] : []))[0],
    degraded: events.flatMap((event) => (event.type === 'degraded' ? [event.degraded] : [])),
  };
}

const says = (question: string) => new StubChat(JSON.stringify({ question }));

describe('A question said in other words', () => {
  it('is planned again, and the answer says in which words', async () => {
    const { answer } = await ask(says('Who wrote the cuallee paper?'));
    expect(answer?.run.origin).toBe('model');
    expect(answer?.rows).toHaveLength(2);
    expect(answer?.reading).toContain('as stub says the question: “Who wrote the cuallee paper?”');
  });

  it('is asked for with the words of the vocabulary and the names found', async () => {
    const chat = says('');
    await ask(chat);
    const [system, user] = chat.asked[0]?.messages ?? [];
    expect(system?.content).toMatch(/creator|author/u);
    expect(user?.content).toContain('"cuallee"');
  });

  it.each([
    ['names another thing', JSON.stringify({ question: 'Who wrote the CART paper?' })],
    ['says nothing', JSON.stringify({ question: '' })],
    ['says the same', JSON.stringify({ question: strange })],
    ['is no JSON', 'Who wrote the cuallee paper?'],
    ['is without end', JSON.stringify({ question: 'Who wrote it? '.repeat(100) })],
  ])('counts for nothing when it %s', async (_, reply) => {
    const { answer } = await ask(new StubChat(reply));
    expect(answer?.run.origin).not.toBe('model');
  });

  it('is missing, and said to be, when the model fails', async () => {
    const { degraded } = await ask(new StubChat(() => Promise.reject(new Error('connection refused'))));
    expect(degraded).toMatchObject([
      { step: 'query', used: 'the question as it is', reason: expect.stringContaining('refused') },
    ]);
  });

  it('is not asked for when the planner is sure', async () => {
    const chat = says('Who wrote the CART paper?');
    await ask(chat, 'Who wrote the cuallee paper?');
    expect(chat.asked).toEqual([]);
  });
});

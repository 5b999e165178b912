import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer } from '@askg/contract';
import { StubChat } from '../testing/stub-chat.ts';
import { openFerries } from './testing/ferry-graph.ts';

let opened: Awaited<ReturnType<typeof openFerries>>;

beforeAll(async () => {
  opened = await openFerries();
});

afterAll(() => opened.close());

const ask = async (question: string, chat: StubChat) =>
  Answer.parse(await opened.graph.ask(question, { id: 'a1', chat }));
const writes = (...sparql: string[]) =>
  new StubChat(JSON.stringify({ queries: sparql.map((text) => ({ sparql: text })) }));

/** Words that nothing in the graph knows. */
const strange = 'Whose hand rests upon the wheel of the swiftest twin-hull?';
const vocabulary = 'https://ferries.example.org/vocab#';

describe('A query that a model writes over a foreign graph', () => {
  it('answers where the planner does not know what was asked; the rows and the costs say so', async () => {
    const chat = writes(
      `SELECT ?name { ?ship a <${vocabulary}Catamaran> ; <${vocabulary}commandedBy> ?c . ?c rdfs:label ?name }`,
    );
    const answer = await ask(strange, chat);
    expect(answer.verdict).toBe('supported');
    expect(answer.claims[0]?.rows.map(({ bindings }) => bindings['name']?.value)).toContain('Ina Carlsen');
    expect(answer.sparql.at(-1)).toMatchObject({ origin: 'model', state: 'ok' });
    expect(answer.claims[0]?.rows[0]?.query).toBe(answer.sparql.length - 1);
    expect(answer.usage).toMatchObject({ modelCalls: 1, inputTokens: 100 });
  });

  it('is asked for with the classes, the edges and the named things, and may use the prefixes that it is told', async () => {
    const chat = writes('no');
    await ask('Whose hand rests upon the wheel of Cirrus?', chat);
    const [system, user] = chat.asked[0]?.messages ?? [];
    const prefix = new RegExp(`PREFIX (n\\d+): <${vocabulary}>`, 'u').exec(system?.content ?? '')?.[1] ?? 'none';
    expect(user?.content).toContain(`${prefix}:commandedBy -> ${prefix}:Captain`);
    expect(user?.content).toContain('"Cirrus": <https://ferries.example.org/thing/s-cirrus>');
    const short = writes(`SELECT ?c { ?ship ${prefix}:commandedBy ?c }`);
    expect((await ask(strange, short)).verdict).toBe('supported');
  });

  it('is told the nearest names where it makes one up', async () => {
    const chat = writes(`SELECT ?c { ?ship <${vocabulary}commandBy> ?c }`);
    const answer = await ask(strange, chat);
    expect(answer.sparql.at(-1)).toMatchObject({
      state: 'invalid',
      faults: [expect.stringContaining('#commandedBy>')],
    });
    expect(chat.asked[1]?.messages.at(-1)?.content).toContain(`nearest: <${vocabulary}commandedBy>`);
    expect(answer.problem?.code).toBe('kgqp/no-query');
  });

  it('may use a class that only the classes below it have nodes of', async () => {
    const chat = writes(`SELECT ?s { ?s a <${vocabulary}Vessel> ; <${vocabulary}callSign> ?c }`);
    expect((await ask(strange, chat)).sparql.at(-1)?.state).not.toBe('invalid');
  });

  it('says yes or no', async () => {
    const answer = await ask(strange, writes(`ASK { ?ship <${vocabulary}commandedBy> ?c }`));
    expect(answer.answer).toBe('Yes.');
  });

  it('is not asked for when the planner is sure, and its failure leaves what the planner said', async () => {
    const needless = writes('no');
    expect((await ask('Who commands the Borea?', needless)).answer).toBe('Ole Berg');
    expect(needless.asked).toEqual([]);
    const broken = new StubChat(() => Promise.reject(new Error('connection refused')));
    const answer = await ask(strange, broken);
    expect(answer.problem?.code).toBe('kgqp/no-query');
    expect(answer.degraded).toContainEqual(
      expect.objectContaining({ step: 'query', reason: expect.stringContaining('refused') }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { AskEvent } from '@askg/contract';
import type { FactAnswer } from '../facts.ts';
import { answering, answerOf, ask } from '../testing/ask-questions.ts';
import { MemoryRetriever } from '../testing/memory-passages.ts';
import { StubChat } from '../testing/stub-chat.ts';
import { StubFacts } from '../testing/stub-facts.ts';
import { useTestCorpora } from '../testing/test-corpus.ts';

const testCorpus = useTestCorpora();

const both = 'How many supernovae did Argus find in the first year, and how many litres of water does cooling need?';
const half = 'How many supernovae did Argus find in the first year? Which vaccine protects penguins against influenza?';
const order = ['started', 'plan', 'links', 'query', 'rows', 'passages', 'evidence', 'text', 'claim', 'done'];

function rowsOf(name: string, value: string, key: string, more: Partial<FactAnswer> = {}): FactAnswer {
  return {
    run: { kind: 'fact', origin: 'planner', text: `SELECT ${name}`, rows: 1, ms: 1, state: 'ok', relaxed: [] },
    shape: 'list',
    columns: [name],
    rows: [
      { bindings: { [name]: { type: 'literal', value } }, sources: [`http://localhost:3000/id/paper/${key}/person1`] },
    ],
    confidence: 1,
    reading: `the ${name} of the paper “Argus”`,
    ...more,
  };
}

describe('a question with two parts', () => {
  it('is answered part by part, each under its own words', async () => {
    const events = await ask(answering(await testCorpus()), both);
    const answer = answerOf(events);
    expect(answer.verdict).toBe('supported');
    expect(answer.parts?.map(({ question, verdict }) => [question, verdict])).toEqual([
      ['How many supernovae did Argus find in the first year?', 'supported'],
      ['How many litres of water does cooling need?', 'supported'],
    ]);
    const [first = '', second = ''] = answer.parts?.map(({ question }) => question) ?? [];
    expect(answer.answer.startsWith(`${first}\n\n`)).toBe(true);
    expect(answer.answer).toContain(`\n\n${second}\n\n`);
    const [ofFirst, ofSecond] = (answer.parts ?? []).map(({ claims }) => claims.map((at) => answer.claims[at]?.text));
    expect(ofFirst).toContain('In the first year Argus found 31 supernovae.');
    expect(ofSecond).toContain('Cooling needs 12 litres of water an hour.');
    expect([...(ofFirst ?? []), ...(ofSecond ?? [])]).toEqual(answer.claims.map(({ text }) => text));
    expect(answer.plan?.[0]).toContain('(2) How many litres of water does cooling need?');
    expect(Object.keys(answer.timings)).toEqual(expect.arrayContaining(['part 1/facts', 'part 2/facts']));
  });

  it('tells what happens in the order of the contract', async () => {
    const made = await testCorpus();
    const facts = new StubFacts({ answer: rowsOf('name', 'Ada Lind', made.keys[0] ?? '') });
    const events = await ask(answering(made, { facts }), both);
    const places = events.map(({ event }) => order.indexOf(event));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(events.filter(({ event }) => event === 'done')).toHaveLength(1);
  });

  it('says which part the papers do not answer, and is then only partly supported', async () => {
    const answer = answerOf(await ask(answering(await testCorpus()), half));
    expect(answer.verdict).toBe('partly-supported');
    expect(answer.parts?.map(({ verdict }) => verdict)).toEqual(['supported', 'not-in-corpus']);
    expect(answer.parts?.[1]?.claims).toEqual([]);
    expect(answer.answer).toMatch(/Which vaccine protects penguins against influenza\?\n\nThe papers .* do not answer/);
  });

  it('is not in the corpus when no part is', async () => {
    const question = 'Which vaccine helps penguins? Which bread tastes best with salted butter?';
    const answer = answerOf(await ask(answering(await testCorpus()), question));
    expect(answer).toMatchObject({ verdict: 'not-in-corpus', claims: [] });
    expect(answer.parts).toHaveLength(2);
  });

  it('is not said to be absent when a part could not be searched', async () => {
    const failing = () => Promise.reject(new Error('the disk is gone'));
    const retriever = { retrieve: failing, scoreTexts: failing };
    const answer = answerOf(await ask(answering(await testCorpus(), { retriever }), both));
    expect(answer).toMatchObject({ verdict: 'no-answer', problem: { code: 'kgqp/no-evidence' } });
    expect(answer.answer).toContain('This part could not be answered');
  });

  it('writes nothing in mode retrieve of a part that is not answered, and names what is nearest once', async () => {
    const question = 'Which vaccine helps penguins? Which bread tastes best with salted butter?';
    const answer = answerOf(await ask(answering(await testCorpus()), { question, mode: 'retrieve' }));
    expect(answer).toMatchObject({ verdict: 'not-in-corpus', answer: '' });
    const places = answer.nearest.map(({ n }) => n);
    expect(places.length).toBeGreaterThan(0);
    expect(places).toEqual([...new Set(places)]);
  });

  it('lists the queries of all parts, and its rows point at their own', async () => {
    const made = await testCorpus();
    const [key = ''] = made.keys;
    let asked = 0;
    const facts = new StubFacts(() => {
      asked += 1;
      return Promise.resolve({ answer: rowsOf(`column${asked}`, `value ${asked}`, key) });
    });
    const question = 'Who wrote Argus? Who reviewed Hyperion?';
    const events = await ask(answering(made, { facts }), { question, mode: 'sparql' });
    const answer = answerOf(events);
    const queryOf = (at: number | undefined) => answer.sparql[at ?? -1]?.text;
    const rows = answer.claims.flatMap((claim) => claim.rows);
    expect(rows).toHaveLength(2);
    for (const { query, bindings } of rows) expect(queryOf(query)).toBe(`SELECT ${Object.keys(bindings).join()}`);
    const told = events.flatMap((event) => (event.event === 'rows' ? event.rows : []));
    expect(told.map(({ query }) => query)).toEqual(rows.map(({ query }) => query));
  });

  it('gives the same answer whichever part is faster', async () => {
    const made = await testCorpus();
    const retriever = new MemoryRetriever(made.passages);
    const answers: unknown[] = [];
    for (const slow of ['supernovae', 'litres']) {
      const retrieve: typeof retriever.retrieve = async (question, options) => {
        for (let turn = 0; question.includes(slow) && turn < 200; turn += 1) await Promise.resolve();
        return retriever.retrieve(question, options);
      };
      const parts = { retriever: { retrieve, scoreTexts: retriever.scoreTexts.bind(retriever) } };
      const events = await ask(answering(made, parts), both);
      const { timings: _, ...answer } = answerOf(events);
      answers.push(answer);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it('fails as a whole when a part ends in a fault of ours, and no step goes on', async () => {
    const stopped = Promise.withResolvers<void>();
    const retrieve = (question: string, { signal }: { signal?: AbortSignal }) =>
      question.includes('litres')
        ? Promise.reject(new TypeError('x is undefined'))
        : new Promise<never>(() => signal?.addEventListener('abort', () => stopped.resolve()));
    const retriever = { retrieve, scoreTexts: () => Promise.reject(new Error('not reached')) };
    const question = 'How many litres of water does cooling need? How many supernovae did Argus find?';
    const events = await ask(answering(await testCorpus(), { retriever }), question);
    expect(events.at(-1)).toMatchObject({ event: 'failed', problem: { code: 'kgqp/unexpected' } });
    await stopped.promise;
  });

  it('is asked whole when that is wanted', async () => {
    const answer = answerOf(await ask(answering(await testCorpus()), { question: both, isWhole: true }));
    expect(answer.parts).toBeUndefined();
  });

  it('gives in mode retrieve the units of each, and writes nothing', async () => {
    const answer = answerOf(await ask(answering(await testCorpus()), { question: both, mode: 'retrieve' }));
    expect(answer.answer).toBe('');
    expect(answer.parts?.every(({ claims }) => claims.length > 0)).toBe(true);
  });

  it('takes a choice for the part that holds its phrase only', async () => {
    const made = await testCorpus();
    const taken: unknown[] = [];
    const facts = new StubFacts(({ choices }) => {
      taken.push(choices);
      return Promise.resolve({});
    });
    const choice = { phrase: 'Hyperion', iri: 'http://localhost:3000/id/paper/x' };
    await ask(answering(made, { facts }), {
      question: 'Who wrote Argus? Who reviewed Hyperion?',
      mode: 'sparql',
      choices: [choice],
    });
    expect(taken.slice(-2)).toEqual([[], [choice]]);
  });
});

describe('one question is made of parts', () => {
  it('that one query answers in a table', async () => {
    const made = await testCorpus();
    const columns = ['name', 'year'];
    const [one] = rowsOf('name', 'Ada Lind', made.keys[0] ?? '').rows;
    const rows = [{ sources: [], bindings: { ...one?.bindings, year: { type: 'literal' as const, value: '2021' } } }];
    const answer = rowsOf('name', 'Ada Lind', made.keys[0] ?? '', { shape: 'table', columns, rows });
    const ask1 = async (more: Partial<FactAnswer>, question = 'Who wrote Argus and when was it published?') => {
      const facts = new StubFacts({ answer: { ...answer, ...more } });
      return answerOf(await ask(answering(made, { facts }), question));
    };
    expect((await ask1({})).parts).toBeUndefined();
    expect((await ask1({ confidence: 0.9 })).parts).toHaveLength(2);
    expect((await ask1({ columns: ['name'] })).parts).toHaveLength(2);
    expect((await ask1({ columns: ['name', 'venue'] })).parts).toHaveLength(2);
    // Each part names what it is about: a query over both would mix them.
    expect((await ask1({}, 'Who wrote Argus, and when was Borealis published?')).parts).toHaveLength(2);
  });

  it('that are more than four, and says so', async () => {
    const question = 'Who wrote it? Where? What is Argus? How is it cooled? What does it cost? Who paid for it?';
    const answer = answerOf(await ask(answering(await testCorpus()), question));
    expect(answer.parts).toBeUndefined();
    expect(answer.degraded).toContainEqual(expect.objectContaining({ step: 'parts', used: 'the question as a whole' }));
  });
});

describe('a chat model', () => {
  it('words each part, writes no queries, and is counted over all of them', async () => {
    const chat = new StubChat((request) => {
      const shown = JSON.parse(request.messages[1]?.content ?? '') as { quotes: { n: number; text: string }[] };
      const [quote = { n: 0, text: '' }] = shown.quotes;
      return JSON.stringify({ answered: true, claims: [{ text: quote.text, quotes: [quote.n] }] });
    });
    const answer = answerOf(await ask(answering(await testCorpus()), { question: both, chat }));
    expect(answer.usage.modelCalls).toBe(2);
    expect(answer.verdict).toBe('supported');
  });
});

describe('cancelling between the parts', () => {
  const hang = () => new Promise<never>(() => {});

  it.each([
    ['the graph hangs', { facts: new StubFacts(hang) }],
    ['the search hangs', { retriever: { retrieve: hang, scoreTexts: hang } }],
  ])('ends the run at once while %s', async (_, parts) => {
    const controller = new AbortController();
    const events: AskEvent[] = [];
    const run = answering(await testCorpus(), parts).ask({ question: half }, { signal: controller.signal });
    for await (const event of run) {
      events.push(event);
      if (event.event === 'plan') setImmediate(() => controller.abort());
    }
    expect(events.at(-1)?.event).toBe('cancelled');
    expect(events.some(({ event }) => event === 'done' || event === 'text')).toBe(false);
  });

  it('ends the run at once while the model hangs over the second part', async () => {
    const controller = new AbortController();
    const told: string[] = [];
    let calls = 0;
    const chat = new StubChat(() => {
      calls += 1;
      if (calls < 2) return JSON.stringify({ answered: true, claims: [] });
      setImmediate(() => controller.abort());
      return hang();
    });
    const run = answering(await testCorpus()).ask({ question: both, chat }, { signal: controller.signal });
    for await (const { event } of run) told.push(event);
    expect(calls).toBe(2);
    expect(told.at(-1)).toBe('cancelled');
    expect(told).not.toContain('done');
  });
});

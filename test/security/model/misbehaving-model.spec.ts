import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer } from '@askg/contract';
import { type ChatModel, openChat } from '@askg/inference';
import {
  type AnalysedQuestion,
  type AskRequest,
  type ChatLimits,
  type FactEvent,
  type FindOptions,
  QuestionAnswering,
} from '@askg/kgqp';
import { startLocalServer } from '../../../libs/inference/src/testing/local-server.ts';
import { MemoryRetriever } from '../../../libs/kgqp/src/testing/memory-passages.ts';
import { StubFacts } from '../../../libs/kgqp/src/testing/stub-facts.ts';
import { openTestCorpus } from '../../../libs/kgqp/src/testing/test-corpus.ts';
import { handlerOf, misbehaviours } from './misbehaviour.ts';

const question = 'How many supernovae did Argus find in the first year?';
/** Milliseconds that the model has in these tests. */
const deadline = 1_500;

let made: Awaited<ReturnType<typeof openTestCorpus>>;
let stored: ReadonlySet<string>;
let without: Answer;

/** Facts whose search asks the model again and again, as the writing of queries may. */
class GreedyFacts extends StubFacts {
  override async *find(
    _question: AnalysedQuestion,
    { chat }: FindOptions & { chat?: ChatModel } = {},
  ): AsyncGenerator<FactEvent, void> {
    yield { type: 'links', links: [] };
    for (let i = 0; i < 20; i++) {
      try {
        await chat?.complete({ messages: [{ role: 'user', content: '{"quotes": []}' }], maxTokens: 10 });
      } catch (error) {
        const reason = (error as Error).message;
        yield { type: 'degraded', degraded: { step: 'query', wanted: 'a query', used: 'none', reason } };
        return;
      }
    }
  }
}

async function ask(
  chat?: AskRequest['chat'],
  options: { limits?: ChatLimits; facts?: StubFacts; question?: string } = {},
): Promise<Answer> {
  const { corpus, passages } = made;
  const qa = new QuestionAnswering({
    corpus,
    passages,
    retriever: new MemoryRetriever(passages),
    facts: options.facts ?? new StubFacts(),
    now: () => performance.now(),
    newId: () => 'id',
    deadlines: { writing: deadline },
    ...(options.limits ? { chatLimits: options.limits } : {}),
  });
  let last: unknown;
  for await (const event of qa.ask({ question: options.question ?? question, ...(chat ? { chat } : {}) })) last = event;
  return Answer.parse((last as { answer?: Answer }).answer);
}

beforeAll(async () => {
  made = await openTestCorpus();
  stored = new Set(
    made.passages.passages.flatMap(({ text, units }) =>
      units.map(({ start, end }) => Array.from(text).slice(start, end).join('')),
    ),
  );
  without = await ask();
  // The client for servers is loaded with the first call, which must not count here.
  await ask(openChat({ baseUrl: 'http://127.0.0.1:1/v1', model: 'none' }));
});
afterAll(() => made.close());

const spoken = ({ claims }: Answer): string[] => claims.map(({ text }) => text);

describe('a chat server that', () => {
  it.each(misbehaviours.map((misbehaviour) => [misbehaviour.name, misbehaviour] as const))(
    '%s leaves a valid answer, told in the open, with stored quotes only',
    async (_, misbehaviour) => {
      const server = await startLocalServer(handlerOf(misbehaviour));
      try {
        const answer = await ask(openChat({ baseUrl: `${server.url}/v1`, model: 'bad' }));
        const { told, isLost = false } = misbehaviour;
        expect(answer.verdict).toBe('supported');
        const quoted = answer.claims.flatMap(({ citations }) => citations.map(({ quote }) => quote));
        expect(quoted.filter((quote) => !stored.has(quote))).toEqual([]);
        const words = JSON.stringify([answer.answer, answer.claims]);
        expect(words).not.toMatch(/77|onerror|evil\.example|[\u200b\u202e\u{e0041}]/u);
        expect(new Set(spoken(answer)).size).toBe(answer.claims.length);
        expect(answer.states?.includes('model-unavailable') ?? false).toBe(isLost);
        expect(answer.usage.modelCalls).toBe(1);
        if (told === undefined) return;
        expect(answer.degraded).toContainEqual(
          expect.objectContaining({ step: 'claims', wanted: 'claims by bad', reason: expect.stringMatching(told) }),
        );
        expect(spoken(answer)).toEqual(spoken(without));
      } finally {
        await server.close();
      }
    },
  );

  it('nobody runs leaves the answer made without it', async () => {
    const server = await startLocalServer(() => undefined);
    await server.close();
    const answer = await ask(openChat({ baseUrl: `${server.url}/v1`, model: 'gone' }));
    expect([spoken(answer), answer.states]).toEqual([spoken(without), expect.arrayContaining(['model-unavailable'])]);
  });
});

describe('the budget of a question', () => {
  const honest = misbehaviours.find(({ name }) => name === 'alters a quote');
  const serve = async (work: (chat: NonNullable<AskRequest['chat']>, calls: () => number) => Promise<void>) => {
    let calls = 0;
    const server = await startLocalServer((request, response, body) => {
      calls += 1;
      if (honest) handlerOf(honest)(request, response, body);
    });
    try {
      await work(openChat({ baseUrl: `${server.url}/v1`, model: 'm' }), () => calls);
    } finally {
      await server.close();
    }
  };

  it('holds for the whole run: never more than six calls, and the answer says what was refused', () =>
    serve(async (chat, calls) => {
      const answer = await ask(chat, { facts: new GreedyFacts(), question: 'Who are the authors of the paper Argus?' });
      expect(calls()).toBe(6);
      expect(answer.usage.modelCalls).toBe(6);
      expect(answer.degraded.map(({ reason }) => reason).join(' ')).toMatch(/6 calls were made/);
    }));

  it('of tokens cuts the evidence first, and then does without the model', () =>
    serve(async (chat, calls) => {
      const [whole, cut, none] = [24_000, 1_050, 600].map((tokens) => ask(chat, { limits: { calls: 6, tokens } }));
      const sent = (await whole)?.usage.modelCalls;
      expect(sent).toBe(1);
      expect((await cut)?.degraded.filter(({ step }) => step === 'claims')).toEqual([]);
      const refused = await none;
      expect(refused?.degraded).toContainEqual(
        expect.objectContaining({ step: 'claims', reason: expect.stringContaining('kgqp/chat-budget') }),
      );
      expect(refused && spoken(refused)).toEqual(spoken(without));
      expect(calls()).toBe(2);
    }));
});

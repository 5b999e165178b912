import { describe, expect, it } from '@jest/globals';
import { StubChat } from '../testing/stub-chat.ts';
import { MeteredChat } from './metered-chat.ts';

const request = { messages: [{ role: 'user' as const, content: 'Which telescope?' }], maxTokens: 50 };
const reply = (outputTokens: number, text = 'Argus') => ({
  text,
  finish: 'stop' as const,
  usage: { inputTokens: 10, outputTokens },
});

describe('a metered chat model', () => {
  it('counts calls and tokens', async () => {
    const chat = new MeteredChat(new StubChat('Argus'));
    await chat.complete(request);
    await chat.complete(request);
    expect(chat.usage).toEqual({ modelCalls: 2, inputTokens: 200, outputTokens: 40 });
    expect(chat.isLost).toBe(false);
  });

  it('refuses the call after the last one, failed ones counted, without asking', async () => {
    const model = new StubChat(() => Promise.reject(new Error('401')));
    const chat = new MeteredChat(model, { calls: 2, tokens: 10_000 });
    for (const code of [undefined, undefined, 'kgqp/chat-budget', 'kgqp/chat-budget']) {
      await expect(chat.complete(request)).rejects.toMatchObject(code === undefined ? { message: '401' } : { code });
    }
    expect(model.asked).toHaveLength(2);
    expect([chat.room, chat.isLost]).toEqual([0, true]);
  });

  it('refuses what does not fit into the tokens that are left', async () => {
    const model = new StubChat(() => reply(900));
    const chat = new MeteredChat(model, { calls: 6, tokens: 1_000 });
    await chat.complete(request);
    await expect(chat.complete({ ...request, maxTokens: 100 })).rejects.toMatchObject({ code: 'kgqp/chat-budget' });
    expect(model.asked).toHaveLength(1);
  });

  it('is not talked into more by a server that counts nothing', async () => {
    const model = new StubChat(() => ({
      ...reply(0, 'word '.repeat(800)),
      usage: { inputTokens: 0, outputTokens: 0 },
    }));
    const chat = new MeteredChat(model, { calls: 6, tokens: 1_000 });
    await chat.complete(request);
    await expect(chat.complete(request)).rejects.toMatchObject({ code: 'kgqp/chat-budget' });
  });

  it('takes what calls cost that are under way at the same time', async () => {
    const model = new StubChat(() => reply(5));
    const chat = new MeteredChat(model, { calls: 3, tokens: 100_000 });
    const calls = await Promise.allSettled([1, 2, 3, 4, 5].map(() => chat.complete(request)));
    expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(model.asked).toHaveLength(3);
  });
});

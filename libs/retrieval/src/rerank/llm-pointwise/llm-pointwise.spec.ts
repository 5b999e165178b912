import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { passagesOf } from '../../passages/passages-of.ts';
import { paragraph, section, smallPaper } from '../../testing/small-paper.ts';
import { openLlmPointwise } from './open-llm-pointwise.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Probabilities of the two words for a prompt; without them the server is silent. */
type Judge = (prompt: string) => Record<string, number> | undefined;

/** A chat model that says how likely its first words are. @returns its address */
async function serve(judge: Judge): Promise<string> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { messages } = JSON.parse(text) as { messages: { content: string }[] };
      const words = judge(messages.at(-1)?.content ?? '');
      if (!words) return;
      const top_logprobs = Object.entries(words).map(([token, p]) => ({ token, logprob: Math.log(p) }));
      const content = [{ token: 'true', logprob: -1, top_logprobs }];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ choices: [{ message: { content: 'true' }, logprobs: { content } }] }));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const candidates = Array.from({ length: 20 }, (_, i) => {
  const sections = [section('s1', 'Results', { paragraphs: [paragraph('s1/p1', [`Text ${i}.`])] })];
  return passagesOf(smallPaper({ sections }), { base: 'http://x/', key: `p.${i}`, graphDigest: 'a' })[0];
}).flatMap((passage) => passage ?? []);
const placeOf = (prompt: string): number => Number(/Text (\d+)\./.exec(prompt)?.[1] ?? 0);
const now = (): number => performance.now();
const chance: Judge = (prompt) => ({ true: (placeOf(prompt) + 1) / 50, false: 0.5 });
const open = async (judge: Judge, settings: { weight?: number } = {}) =>
  openLlmPointwise({ server: { baseUrl: await serve(judge), model: 'served' }, now, ...settings });

describe('a chat model asked about one passage after the other', () => {
  it('is called what it is, never monoT5, and scores with the text of monoT5', async () => {
    const prompts: string[] = [];
    const reranker = await open((prompt) => {
      prompts.push(prompt);
      return chance(prompt);
    });
    expect(reranker.name).toBe('LLM pointwise (served)');
    const { scores, degraded, truncated } = await reranker.rerank({ text: 'which text?' }, candidates);
    expect([degraded, truncated]).toEqual([[], undefined]);
    for (const [i, score] of scores.entries()) expect(score).toBeCloseTo(Math.log((i + 1) / 25), 5);
    expect(prompts[1]).toBe('Query: which text? Document: A small paper\nResults\nText 0. Relevant:');
  });

  it('gives probabilities where its score is to be weighed', async () => {
    const { scores } = await (await open(chance, { weight: 1 })).rerank({ text: 'q' }, candidates.slice(0, 3));
    for (const [i, score] of scores.entries()) expect(score).toBeCloseTo((i + 1) / (i + 1 + 25), 5);
  });

  it('leaves a passage without a score where a word is missing, and says so', async () => {
    const reranker = await open((prompt) => (placeOf(prompt) === 2 ? { true: 0.5, perhaps: 0.4 } : chance(prompt)));
    const { scores, degraded } = await reranker.rerank({ text: 'q' }, candidates.slice(0, 4));
    expect(scores.map((score) => score !== undefined)).toEqual([true, true, false, true]);
    expect(degraded).toEqual([
      {
        step: 'rerank',
        wanted: 'LLM pointwise (served)',
        used: '3 of 4 passages reranked',
        reason: 'The model gave no number for them.',
      },
    ]);
  });

  it('gives what it has when the server hangs', async () => {
    const reranker = await open((prompt) => (placeOf(prompt) >= 8 ? undefined : chance(prompt)));
    const { scores, degraded } = await reranker.rerank({ text: 'q' }, candidates, { deadlineMs: 1500 });
    expect(scores.filter((score) => score !== undefined)).toHaveLength(8);
    expect(degraded).toMatchObject([{ used: '8 of 20 passages reranked' }]);
  });

  it('is not opened where the server gives no probabilities of the two words', async () => {
    await expect(open(() => ({}))).rejects.toMatchObject({ code: 'inference/no-logprobs' });
    await expect(open(() => ({ yes: 0.9 }))).rejects.toMatchObject({ code: 'inference/no-answer-words' });
  });
});

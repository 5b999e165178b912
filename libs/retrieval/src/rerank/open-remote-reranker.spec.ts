import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { plainPassage } from '../testing/plain-passage.ts';
import { openTinyEncoder, type WatchedEncoder } from '../testing/tiny-last-token.ts';
import { tinyProjector } from '../testing/tiny-listwise.ts';
import { openRemoteReranker } from './open-remote-reranker.ts';
import type { RemoteKind } from './reranker-settings.ts';

// A model is opened in a thread.
jest.setTimeout(60_000);
const folder = mkdtempSync(join(tmpdir(), 'askg-remote-'));
const dimensions = 64;
let encoder: WatchedEncoder;
let server: Server;
beforeAll(async () => {
  encoder = await openTinyEncoder(folder);
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', async () => {
      const reply = await answer(request.url ?? '', JSON.parse(text) as Body);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await encoder.close();
  rmSync(folder, { recursive: true });
});

type Body = { input: string[]; documents: string[] };

/** A server with all the routes: vectors of the tiny decoder, words of a chat model, scores by length. */
async function answer(path: string, { input, documents }: Body): Promise<object> {
  if (path.endsWith('/embeddings')) {
    const states = await encoder.lastStates(input);
    return { data: states.map((state, index) => ({ index, embedding: [...state] })) };
  }
  if (path.endsWith('/rerank')) {
    return { results: documents.map((document, index) => ({ index, relevance_score: document.length })) };
  }
  const top_logprobs = ['true', 'false'].map((token) => ({ token, logprob: Math.log(0.5) }));
  const content = [{ token: 'true', logprob: Math.log(0.5), top_logprobs }];
  return { choices: [{ message: { content: 'true' }, logprobs: { content } }] };
}

const candidates = ['A tree.', 'A tree with leaves.', 'A car.'].map(plainPassage);
const now = (): number => performance.now();

function open(kind: RemoteKind, { noncommercial = false, baseUrl = '' } = {}) {
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const remote = { kind, server: { baseUrl: baseUrl || here, model: 'served' }, dimensions, projector: tinyProjector };
  const settings = { name: 'served', offline: true, deadlineMs: 60_000, depth: 3 };
  return openRemoteReranker(remote, settings, { now, noncommercial });
}

describe('a reranker behind a server', () => {
  it.each<[RemoteKind, string]>([
    ['rerank', 'served'],
    ['llm', 'LLM pointwise (served)'],
    ['e2rank', 'e2rank'],
    ['jina', 'served by prefixes'],
  ])('by its way %s goes by the name %s, and scores all that it is given', async (kind, name) => {
    const reranker = await open(kind, { noncommercial: true });
    const { scores, degraded } = await reranker.rerank({ text: 'a tree' }, candidates);
    expect([reranker.name, degraded]).toEqual([name, []]);
    expect(scores.every((score) => Number.isFinite(score))).toBe(true);
    expect(reranker.model).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(reranker.model?.commercial).toBe(kind === 'jina' ? false : undefined);
    expect(reranker.depth).toBe(3);
  });

  it('with weights for use that earns no money needs the word of the operator', async () => {
    await expect(open('jina')).rejects.toMatchObject({ code: 'inference/noncommercial' });
  });

  it('is not asked on another machine while askg is offline, whatever its way', async () => {
    for (const kind of ['rerank', 'llm', 'e2rank', 'jina'] as const) {
      const there = open(kind, { noncommercial: true, baseUrl: 'http://gpu.example.org/v1' });
      await expect(there).rejects.toMatchObject({ code: 'inference/offline' });
    }
  });
});

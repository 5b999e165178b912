import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastTokenEncoder, openCausalModel, openLastTokenServer } from '@askg/inference';
import { afterAll, describe, expect, it } from '@jest/globals';
import { listwiseStore, tinyProjector } from '../../testing/tiny-listwise.ts';
import { LateReranker } from '../late-reranker.ts';
import { openReranker } from '../open-reranker.ts';
import type { Reranker } from '../reranker.ts';
import { openJinaRerankerV3 } from './open-jina-reranker-v3.ts';
import { plainPassage } from '../../testing/plain-passage.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-jina-'));
const models = listwiseStore(folder);
const opened: { close?(): Promise<void> }[] = [];
const servers: Server[] = [];
afterAll(async () => {
  for (const each of opened) await each.close?.();
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(folder, { recursive: true, force: true });
});
const keep = async (reranker: Promise<Reranker>): Promise<Reranker> => {
  opened.push(await reranker);
  return reranker;
};

const passages = ['Beijing is the capital.', 'Gravity is a force.', 'the paper'].map(plainPassage);
const query = { text: 'What is the capital of China?' };
const now = (): number => 0;

/** A real server that answers each request with JSON. */
async function serve(reply: (path: string, body: Record<string, unknown>) => Promise<object>): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(await reply(request.url ?? '', body)));
    })();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

/** The tiny decoder behind a server with an embeddings route that scales its vectors to unit length, as most do. */
async function decoderServer(): Promise<string> {
  const model = await openCausalModel(models, 'tiny-states');
  opened.push(model);
  const encoder = lastTokenEncoder(model);
  return serve(async (_, { input }) => {
    const states = await encoder.lastStates(input as string[]);
    const data = states.map((state, index) => {
      const length = Math.hypot(...state);
      return { index, embedding: Array.from(state, (value) => value / length) };
    });
    return { data };
  });
}

describe('opening jina-reranker-v3', () => {
  it('gives one reranker for a decoder with a projector, a graph with its own, and a server by prefixes', async () => {
    const states = await keep(openJinaRerankerV3({ local: { models, name: 'tiny-states' }, now }));
    const graph = await keep(
      openReranker(
        { name: 'tiny-scoring', offline: true, deadlineMs: 1000 },
        { models, now, index: undefined as never },
      ),
    );
    const baseUrl = await decoderServer();
    const served = await keep(
      openJinaRerankerV3({
        lastToken: {
          open: () => openLastTokenServer({ baseUrl, model: 'served', dimensions: 64 }),
          projector: tinyProjector,
          noncommercial: true,
        },
        now,
      }),
    );
    const { scores } = await states.rerank(query, passages);
    for (const other of [graph, served]) {
      const given = await other.rerank(query, passages);
      expect(given.degraded).toEqual([]);
      for (const [i, score] of given.scores.entries()) expect(score).toBeCloseTo(scores[i] ?? NaN, 4);
    }
    expect([states, graph, served].map(({ name }) => name)).toEqual([
      'tiny-states',
      'tiny-scoring',
      'served by prefixes',
    ]);
    for (const { model } of [states, graph, served]) {
      expect(model).toMatchObject({ licence: 'CC-BY-NC-4.0', commercial: false });
    }
  });

  it('needs the word of the operator that the use earns no money', async () => {
    const other = mkdtempSync(join(folder, 'commercial-'));
    const store = listwiseStore(other, { noncommercial: false });
    const refused = expect.objectContaining({ code: 'inference/noncommercial' });
    await expect(openJinaRerankerV3({ local: { models: store, name: 'tiny-scoring' }, now })).rejects.toThrow(refused);
    const lastToken = {
      open: () => Promise.reject(new Error('not asked')),
      projector: tinyProjector,
      noncommercial: false,
    };
    await expect(openJinaRerankerV3({ lastToken, now })).rejects.toThrow(refused);
  });

  it('takes the next way where one does not open, and says so in each result', async () => {
    const baseUrl = await serve(async (_, { documents }) => ({
      results: (documents as string[]).map((_each, index) => ({ index, relevance_score: 1 - index / 10 })),
    }));
    const reranker = await openJinaRerankerV3({
      local: { models, name: 'not-here' },
      lastToken: { open: () => Promise.reject(new Error('no server')), projector: tinyProjector, noncommercial: true },
      hosted: { baseUrl, model: 'jina-reranker-v3' },
      now,
    });
    const { scores, degraded } = await reranker.rerank(query, passages);
    expect(scores.map((score) => score?.toFixed(1))).toEqual(['1.0', '0.9', '0.8']);
    expect(degraded.map(({ wanted, used, reason }) => [wanted, used, reason])).toEqual([
      ['not-here', 'jina-reranker-v3', expect.stringContaining('not-here is none of')],
      ['jina-reranker-v3 by prefixes', 'jina-reranker-v3', 'no server'],
    ]);
  });

  it('keeps the name of another reranker that stands in for it', async () => {
    const other: Reranker = {
      name: 'pairs',
      rerank: async (_, candidates) => ({ scores: candidates.map(() => 1), degraded: [] }),
    };
    const reranker = await openJinaRerankerV3({ local: { models, name: 'none' }, other: async () => other, now });
    expect(reranker.name).toBe('pairs');
    expect((await reranker.rerank(query, passages)).degraded).toMatchObject([{ wanted: 'none', used: 'pairs' }]);
  });

  it('leaves the order alone without weights, and says what is missing', async () => {
    rmSync(models.path('tiny-scores', 'model.onnx'));
    const open = (): Promise<Reranker> => openJinaRerankerV3({ local: { models, name: 'tiny-scores' }, now });
    await expect(open()).rejects.toThrow(expect.objectContaining({ code: 'inference/model-not-here' }));
    const late = new LateReranker({ name: 'jina-reranker-v3', open, now });
    await late.open();
    const { scores, degraded } = await late.rerank(query, passages);
    expect(scores).toEqual([undefined, undefined, undefined]);
    expect(degraded).toMatchObject([{ step: 'rerank', wanted: 'jina-reranker-v3', used: 'the order before' }]);
    expect(degraded[0]?.reason).toContain('tiny-scores is not in');
  });

  it('refuses a decoder without a projector', async () => {
    const entry = models.entry('tiny-states');
    const { projector: _, ...bare } = entry as Extract<typeof entry, { kind: 'causal-model' }>;
    const store = Object.assign(Object.create(models) as typeof models, { usable: () => bare });
    await expect(openJinaRerankerV3({ local: { models: store, name: 'tiny-states' }, now })).rejects.toThrow(
      expect.objectContaining({ code: 'inference/wrong-kind' }),
    );
  });
});

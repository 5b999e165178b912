import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openEmbeddings, openRerank } from '@askg/inference';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PassageIndex } from '../passage-index.ts';
import { PairReranker } from '../rerank/pair-reranker.ts';
import { FakeEmbedder } from '../testing/fake-embedder.ts';
import { useLibraries } from '../testing/test-library.ts';
import { Retriever } from './retriever.ts';

type Body = { input: string[]; documents: string[] };
/** What the server does with a request; `undefined` keeps it waiting. */
type Reply = (body: Body) => Promise<object> | object | string | undefined;

const newLibrary = useLibraries();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A server with OpenAI's embeddings route and a rerank route, each answering in its way. @returns its address */
async function serve(embeddings: Reply, rerank: Reply): Promise<string> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', async () => {
      const reply = request.url?.endsWith('/rerank') ? rerank : embeddings;
      send(response, await reply(JSON.parse(text) as Body));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

function send(response: ServerResponse, content: object | string | undefined): void {
  if (content === undefined) return;
  response.setHeader('content-type', 'application/json');
  response.end(typeof content === 'string' ? content : JSON.stringify(content));
}

const dimensions = 32;
const vectors = new FakeEmbedder({ dimensions });
const now = (): number => performance.now();

/** The vectors of the fake model, the last text's first. */
const honest: Reply = async ({ input }) => {
  const embedded = await vectors.embed('passage', input);
  return { data: embedded.map((vector, index) => ({ index, embedding: [...vector] })).toReversed() };
};
const noRerank: Reply = () => ({ results: [] });

/** Three papers that were embedded by the server when it still told the truth, and a reader of their index. */
async function library(baseUrl: string): Promise<PassageIndex> {
  const papers = newLibrary();
  await papers.add('10.1/a', ['A vehicle with four wheels.']);
  await papers.add('10.1/b', ['A tree with leaves.']);
  await papers.add('10.1/c', ['A car on the road.']);
  const indexer = await papers.indexer(openEmbeddings({ baseUrl, model: 'served', dimensions }));
  await indexer.catchUp();
  await indexer.embedPending();
  return papers.reader();
}

describe('an embedder behind a server', () => {
  it('finds by meaning, in whatever order the vectors come', async () => {
    const baseUrl = await serve(honest, noRerank);
    const embedder = openEmbeddings({ baseUrl, model: 'served', dimensions });
    const retriever = new Retriever({ index: await library(baseUrl), embedder, rerankers: [] });
    const { passages, degraded } = await retriever.retrieve('automobile', { limit: 2 });
    expect(degraded).toEqual([]);
    expect(passages.map(({ paper }) => paper).toSorted()).toEqual(['10.1_a', '10.1_c']);
  });

  it.each<[string, Reply]>([
    ['hangs', () => undefined],
    ['gives vectors of another length', () => ({ data: [{ index: 0, embedding: [1, 2, 3] }] })],
    ['gives nothing for a number', () => ({ data: [{ index: 0, embedding: Array(dimensions).fill(null) }] })],
    ['gives a vector without a direction', () => ({ data: [{ index: 0, embedding: Array(dimensions).fill(0) }] })],
    ['gives no vector', () => ({ data: [] })],
    ['gives prose', () => 'Sorry.'],
  ])('leaves words when it %s', async (_, lie) => {
    let isHonest = true;
    const baseUrl = await serve((body) => (isHonest ? honest(body) : lie(body)), noRerank);
    const index = await library(baseUrl);
    isHonest = false;
    const embedder = openEmbeddings({ baseUrl, model: 'served', dimensions });
    const retriever = new Retriever({ index, embedder, rerankers: [] });
    const { passages, degraded } = await retriever.retrieve('a tree', { limit: 3, deadlineMs: 400 });
    expect(passages.map(({ paper }) => paper)).toEqual(['10.1_b']);
    expect(degraded.map(({ wanted, used }) => [wanted, used])).toEqual([['words and vectors', 'words']]);
  });

  it('is kept apart from vectors that were made otherwise', async () => {
    const baseUrl = await serve(honest, noRerank);
    const index = await library(baseUrl);
    const prefixes = { query: '', passage: 'passage: ' };
    const embedder = openEmbeddings({ baseUrl, model: 'served', dimensions, prefixes });
    const { degraded } = await new Retriever({ index, embedder, rerankers: [] }).retrieve('automobile', { limit: 3 });
    expect(degraded).toEqual([
      {
        step: 'retrieval',
        wanted: 'words and vectors',
        used: 'words',
        reason: 'No passage has been embedded yet.',
      },
    ]);
  });
});

describe('a reranker behind a server', () => {
  const results = (...rows: [number, number][]): object => ({
    results: rows.map(([index, score]) => ({ index, relevance_score: score })),
  });
  const order = async (reply: Reply): Promise<{ papers: string[]; notes: string[][] }> => {
    const baseUrl = await serve(honest, reply);
    const embedder = openEmbeddings({ baseUrl, model: 'served', dimensions });
    const reranker = new PairReranker(openRerank({ baseUrl, model: 'ranker' }), now, { batch: 64 });
    const retriever = new Retriever({ index: await library(baseUrl), embedder, rerankers: [reranker] });
    const { passages, degraded } = await retriever.retrieve('a tree', { limit: 3, deadlineMs: 1500 });
    return { papers: passages.map(({ paper }) => paper), notes: degraded.map(({ wanted, used }) => [wanted, used]) };
  };

  it('orders by the scores it gives to places, not by the order it gives them in', async () => {
    const truth = await order(({ documents }) => results(...documents.map((_, i): [number, number] => [i, -i])));
    const turned = await order(({ documents }) => results(...documents.map((_, i): [number, number] => [i, i])));
    const shuffled = await order(({ documents }) =>
      results(...documents.map((_, i): [number, number] => [i, i]).toReversed()),
    );
    expect(turned.papers).toEqual(truth.papers.toReversed());
    expect(shuffled).toEqual(turned);
    expect(turned.notes).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['hangs', () => undefined],
    ['scores what it was not given', () => results([99, 1])],
    ['scores one passage twice', () => results([0, 1], [0, 2])],
    ['gives prose', () => 'Sorry.'],
    ['gives nothing', () => results()],
  ])('leaves the order before when it %s', async (_, lie) => {
    const before = await order(({ documents }) => results(...documents.map((_each, i): [number, number] => [i, -i])));
    const { papers, notes } = await order(lie);
    expect(papers).toEqual(before.papers);
    expect(notes).toEqual([['ranker', 'the order before']]);
  });

  it('says how many it scored when it left some out', async () => {
    const { notes } = await order(() => results([2, 1], [1, 0.5]));
    expect(notes).toEqual([['ranker', '2 of 3 passages reranked']]);
  });
});

import { describe, expect, it, jest } from '@jest/globals';
import type { Corpus } from '@askg/corpus';
import { enrichedGraphIri } from '@askg/ddm';
import { pipeline } from '../stages.ts';
import { callTokens, refuse, say, type Sentences, useChatServers } from '../testing/chat-server.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { readPaper } from '../worker/read-paper.ts';
import { enrichPapers, type EnrichmentEvent, type EnrichPapersOptions } from './enrich-papers.ts';
import { estimateEnrichment } from './estimate-enrichment.ts';

// The client of the chat server takes its time to load.
jest.setTimeout(60_000);
const folder = useTestFolder();
const chatServer = useChatServers();
const plenty = 1_000_000;

const shortText = 'We evaluate BERT on SQuAD. BERT uses attention.';

function article(doi: string, text: string): string {
  return (
    `<article><front><article-meta><article-id pub-id-type="doi">${doi}</article-id><title-group><article-title>Study` +
    `</article-title></title-group></article-meta></front><body><sec><title>Method</title><p>${text}</p></sec></body></article>`
  );
}

/** Commits a paper with these sentences, and gives its key. */
async function add(corpus: Corpus, doi: string, text = shortText): Promise<string> {
  const source = corpus.addSource(Buffer.from(article(doi, text))).digest;
  corpus.jobs.enqueue([{ source, path: `/papers/${source}.xml`, format: 'jats' }], pipeline);
  const job = corpus.jobs.claim({ owner: 'test', now: 0, leaseMs: 1000 });
  if (!job) throw new Error('no job waits');
  const { key } = await readPaper(corpus, job, { enter: async () => undefined, now: () => 0 });
  corpus.jobs.finish(source, 'test');
  return key;
}

/** What a model of good will says of these sentences. */
function suggestions(sentences: Sentences): string {
  const at = (words: string): number => sentences.find(({ text }) => text.includes(words))?.n ?? 0;
  return JSON.stringify({
    entities: [
      { label: 'BERT', type: 'method', sentence: at('SQuAD') },
      { label: 'SQuAD', type: 'dataset', sentence: at('SQuAD') },
      { label: 'GPT', type: 'method', sentence: at('SQuAD') },
    ],
    relations: [{ from: 'BERT', kind: 'evaluates-on', to: 'SQuAD', sentence: at('SQuAD') }],
  });
}

async function run(
  options: Partial<EnrichPapersOptions> & Pick<EnrichPapersOptions, 'corpus' | 'keys' | 'chat'>,
): Promise<EnrichmentEvent[]> {
  const events: EnrichmentEvent[] = [];
  for await (const event of enrichPapers({ budget: plenty, run: 'run-1', ...options })) events.push(event);
  return events;
}

async function enrichedGraph(corpus: Corpus, key: string): Promise<string | undefined> {
  const name = enrichedGraphIri(corpus.baseIri, key);
  const pointer = corpus.snapshot().graphs.find((graph) => graph.name === name);
  return pointer && corpus.readGraph(pointer.digest);
}

describe('enriching papers by a chat model', () => {
  it('stores what the sentences bear out in a graph of its own, with where it comes from', async () => {
    const corpus = folder.corpus();
    const key = await add(corpus, '10.1234/a');
    const before = corpus.paper(key);
    const { chat } = await chatServer((sentences, response) => say(response, suggestions(sentences)));
    expect(await run({ corpus, keys: [key], chat })).toEqual([
      { type: 'enriched', key, entities: 2, relations: 1, dropped: { 'not-in-sentence': 1 }, tokens: callTokens },
      { type: 'ended', why: 'done', left: 0, tokens: callTokens, calls: 1, badReplies: 0 },
    ]);
    expect(corpus.paper(key)).toEqual(before);
    const graph = (await enrichedGraph(corpus, key)) ?? '';
    for (const said of [
      '"tiny"',
      '"suggest.v1"',
      '"run-1"',
      `"${before?.graphDigest}"`,
      '"evaluates-on"',
      '/s1/p1/t1>',
    ]) {
      expect(graph).toContain(said);
    }
    expect(graph).not.toContain('GPT');
  });

  it('says before it starts what it will take, and that is no less than a call', async () => {
    const corpus = folder.corpus();
    const keys = [await add(corpus, '10.1234/a'), await add(corpus, '10.1234/b', 'Another text.')];
    const { chat, asked } = await chatServer((sentences, response) => say(response, suggestions(sentences)));
    const estimate = await estimateEnrichment(corpus, keys, chat.name);
    expect(estimate).toMatchObject({ papers: 2, done: 0, calls: 2 });
    expect(estimate.mostTokens).toBeGreaterThan(estimate.tokens);
    expect(asked).toEqual([]);
    await run({ corpus, keys, chat });
    expect(asked).toHaveLength(estimate.calls);
    expect(await estimateEnrichment(corpus, keys, chat.name)).toMatchObject({
      papers: 0,
      done: 2,
      calls: 0,
      tokens: 0,
    });
  });

  it('makes no call that might pass the budget', async () => {
    const corpus = folder.corpus();
    const keys = [await add(corpus, '10.1234/a'), await add(corpus, '10.1234/b')];
    const { chat, asked } = await chatServer((sentences, response) => say(response, suggestions(sentences)));
    const { mostTokens } = await estimateEnrichment(corpus, keys.slice(0, 1), chat.name);
    const tooLittle = await run({ corpus, keys, chat, budget: mostTokens - 1 });
    expect(tooLittle).toEqual([{ type: 'ended', why: 'over-budget', left: 2, tokens: 0, calls: 0, badReplies: 0 }]);
    expect(asked).toEqual([]);
    const enough = await run({ corpus, keys, chat, budget: mostTokens });
    expect(enough.at(-1)).toMatchObject({ why: 'over-budget', left: 1, tokens: callTokens, calls: 1 });
    expect(await run({ corpus, keys, chat })).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  it('asks about nothing twice', async () => {
    const corpus = folder.corpus();
    const key = await add(corpus, '10.1234/a');
    const { chat, asked } = await chatServer((sentences, response) => say(response, suggestions(sentences)));
    await run({ corpus, keys: [key], chat });
    await run({ corpus, keys: [key], chat });
    expect(asked).toHaveLength(1);
  });

  it('goes when the paper gets another graph, and the paper is asked about again', async () => {
    const corpus = folder.corpus();
    // Of two sources of a paper in one format the one with the lesser digest stands.
    const digest = (text: string): string => corpus.addSource(Buffer.from(article('10.1234/a', text))).digest;
    const [later = '', first = ''] = [shortText, `${shortText} More of it.`].toSorted((a, b) =>
      digest(a) < digest(b) ? -1 : 1,
    );
    const key = await add(corpus, '10.1234/a', first);
    const { chat, asked } = await chatServer((sentences, response) => say(response, suggestions(sentences)));
    await run({ corpus, keys: [key], chat });
    await add(corpus, '10.1234/a', later);
    expect(await enrichedGraph(corpus, key)).toBeUndefined();
    await run({ corpus, keys: [key], chat });
    expect(asked).toHaveLength(2);
    expect(await enrichedGraph(corpus, key)).toContain(`"${corpus.paper(key)?.graphDigest}"`);
  });

  it('stores nothing of a paper that the budget breaks off', async () => {
    const corpus = folder.corpus();
    const key = await add(
      corpus,
      '10.1234/a',
      `${shortText} ${'It is said here once more at some length. '.repeat(300)}`,
    );
    const { chat } = await chatServer((sentences, response) => say(response, suggestions(sentences)));
    const { calls, mostTokens, tokens } = await estimateEnrichment(corpus, [key], chat.name);
    expect(calls).toBe(2);
    const dear = await chatServer((sentences, response) => say(response, suggestions(sentences), 'stop', mostTokens));
    expect(await run({ corpus, keys: [key], chat: dear.chat, budget: mostTokens })).toEqual([
      { type: 'ended', why: 'over-budget', left: 1, tokens: mostTokens, calls: 1, badReplies: 0 },
    ]);
    expect(await enrichedGraph(corpus, key)).toBeUndefined();
    expect((await run({ corpus, keys: [key], chat, budget: tokens - 1 })).at(-1)).toMatchObject({ calls: 0, left: 1 });
  });

  it.each([
    ['prose', (r: Parameters<typeof say>[0]) => say(r, 'I found BERT.'), 'inference/not-json', 2],
    ['half a JSON', (r: Parameters<typeof say>[0]) => say(r, '{"entities": [{"lab', 'length'), 'inference/not-json', 2],
    ['another JSON', (r: Parameters<typeof say>[0]) => say(r, '{"found": []}'), 'ingest/unusable-suggestions', 2],
    ['a refusal', (r: Parameters<typeof say>[0]) => refuse(r, 429), 'inference/rate-limited', 2],
    ['silence', () => undefined, 'inference/deadline', 2],
    ['a refused key', (r: Parameters<typeof say>[0]) => refuse(r, 401), 'inference/key-refused', 1],
  ] as const)('that answers with %s leaves the paper as it was, with a finding', async (_, replier, code, calls) => {
    const corpus = folder.corpus();
    const key = await add(corpus, '10.1234/a');
    const { chat } = await chatServer((_sentences, response) => replier(response));
    const events = await run({ corpus, keys: [key], chat, deadlineMs: 500 });
    expect(events[0]).toMatchObject({ type: 'not-enriched', key, problem: { code } });
    expect(events[1]).toMatchObject({ type: 'ended', calls, badReplies: calls });
    expect(await enrichedGraph(corpus, key)).toBeUndefined();
    expect(corpus.paper(key)?.findings).toContainEqual(
      expect.objectContaining({ code: 'corpus/not-enriched', message: expect.stringContaining(code) }),
    );
  });

  it('takes a second reply where the first cannot be used, and forgets the finding', async () => {
    const corpus = folder.corpus();
    const key = await add(corpus, '10.1234/a');
    const bad = await chatServer((_, response) => say(response, 'No.'));
    await run({ corpus, keys: [key], chat: bad.chat });
    let calls = 0;
    const { chat } = await chatServer((sentences, response) =>
      say(response, ++calls === 1 ? '{"entities": 1}' : suggestions(sentences)),
    );
    const events = await run({ corpus, keys: [key], chat });
    expect(events.at(-1)).toMatchObject({ why: 'done', calls: 2, badReplies: 1, tokens: 2 * callTokens });
    expect(corpus.paper(key)?.findings.map(({ code }) => code)).not.toContain('corpus/not-enriched');
  });

  it('charges the most that a call can cost where nobody says what it cost', async () => {
    const corpus = folder.corpus();
    const key = await add(corpus, '10.1234/a');
    const { chat } = await chatServer((_, response) => say(response, 'No.'));
    const { mostTokens } = await estimateEnrichment(corpus, [key], chat.name);
    const events = await run({ corpus, keys: [key], chat, budget: 2 * mostTokens });
    expect(events.at(-1)).toMatchObject({ tokens: 2 * mostTokens });
  });

  it('ends where the server cannot be reached, as all papers would fare the same', async () => {
    const corpus = folder.corpus();
    const keys = [await add(corpus, '10.1234/a'), await add(corpus, '10.1234/b')];
    const { chat } = await chatServer((_, response) => response.destroy());
    const events = await run({ corpus, keys, chat });
    expect(events.at(-1)).toMatchObject({ why: 'halted', left: 1, tokens: 0 });
  });

  it('stops between calls, keeps what is whole, and goes on from there', async () => {
    const corpus = folder.corpus();
    const keys = [await add(corpus, '10.1234/a'), await add(corpus, '10.1234/b')];
    const stop = new AbortController();
    const { chat, asked } = await chatServer((sentences, response) => {
      stop.abort();
      say(response, suggestions(sentences));
    });
    const events = await run({ corpus, keys, chat, stop: stop.signal });
    expect(events.map(({ type }) => type)).toEqual(['enriched', 'ended']);
    expect(events.at(-1)).toMatchObject({ why: 'stopped', left: 1 });
    await run({ corpus, keys, chat });
    expect(asked).toHaveLength(2);
  });

  it('stores nothing about a paper that is removed while the model thinks', async () => {
    const corpus = folder.corpus();
    const key = await add(corpus, '10.1234/a');
    const { chat } = await chatServer((sentences, response) => {
      void corpus.removePaper(key).then(() => say(response, suggestions(sentences)));
    });
    const [event] = await run({ corpus, keys: [key], chat });
    expect(event).toEqual({ type: 'superseded', key });
    expect(await enrichedGraph(corpus, key)).toBeUndefined();
  });

  it('pays nothing for a paper that was removed before its turn', async () => {
    const corpus = folder.corpus();
    const keys = [await add(corpus, '10.1234/a'), await add(corpus, '10.1234/b')];
    const { chat, asked } = await chatServer((sentences, response) => {
      void corpus.removePaper(keys[1] ?? '').then(() => say(response, suggestions(sentences)));
    });
    const events = await run({ corpus, keys, chat });
    expect(events.map(({ type }) => type)).toEqual(['enriched', 'superseded', 'ended']);
    expect(asked).toHaveLength(1);
  });

  it('tells of a paper whose graph cannot be read, and goes on', async () => {
    const corpus = folder.corpus();
    const keys = [await add(corpus, '10.1234/a'), await add(corpus, '10.1234/b')];
    folder.write(`data/graphs/${corpus.paper(keys[0] ?? '')?.graphDigest}.nq.gz`, 'damaged');
    const { chat } = await chatServer((sentences, response) => say(response, suggestions(sentences)));
    expect(await estimateEnrichment(corpus, keys, chat.name)).toMatchObject({ papers: 2, calls: 1 });
    const events = await run({ corpus, keys, chat });
    expect(events[0]).toMatchObject({ type: 'not-enriched', problem: { code: 'corpus/damaged-graph' } });
    expect(events[1]).toMatchObject({ type: 'enriched', key: keys[1] });
  });

  it('goes with the paper when that is removed', async () => {
    const corpus = folder.corpus();
    const key = await add(corpus, '10.1234/a');
    const { chat } = await chatServer((sentences, response) => say(response, suggestions(sentences)));
    await run({ corpus, keys: [key], chat });
    await corpus.removePaper(key);
    expect(corpus.snapshot().graphs.filter(({ name }) => name.includes(key))).toEqual([]);
  });
});

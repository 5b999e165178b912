import { leanNQuads } from '@askg/ddm';
import { GraphError } from '../graph-error.ts';
import { answerQuery } from './answer-query.ts';
import type { EngineFacts, EngineReply, EngineRequest } from './engine-messages.ts';
import type { GraphFeed } from './graph-feed.ts';
import { isFatal, LoadedGraphs } from './loaded-graphs.ts';
import { watchParentFromThread } from './parent-watch.ts';

/*
 * The entry of an engine process: `engine-process FOLDER FEED-MODULE`. It loads the graphs of the feed, says `ready`,
 * and then answers one request after the other.
 */

const wholeLength = 256 * 1024;
const chunkBytes = 1024 * 1024;

async function run(folder: string, feedModule: string): Promise<void> {
  const { openFeed } = (await import(feedModule)) as { openFeed: (folder: string) => Promise<GraphFeed> };
  const graphs = new LoadedGraphs(await openFeed(folder), leanNQuads);
  await graphs.load();
  let last = Promise.resolve();
  process.on('message', (request: EngineRequest) => {
    last = last.then(() => serve(graphs, request)).catch(giveUp);
  });
  await send({ type: 'ready', facts: factsOf(graphs) });
}

async function serve(graphs: LoadedGraphs, request: EngineRequest): Promise<void> {
  try {
    if (request.type === 'query') {
      if (request.query.cost === 'normal') watchParentFromThread();
      await sendResult(request.id, answerQuery(graphs, request.query));
    } else {
      if (graphs.commit < request.atLeast) await graphs.advance();
      await send({ type: 'advanced', id: request.id, facts: factsOf(graphs) });
    }
  } catch (error) {
    if (isFatal(error)) throw error;
    const fallback = request.type === 'query' ? 'graph/query-failed' : 'graph/not-ready';
    const code = error instanceof GraphError ? error.code : fallback;
    await send({ type: 'refused', id: request.id, code, detail: messageOf(error) });
  }
}

async function sendResult(id: number, answer: { text: string; rows: number; bytes: number }): Promise<void> {
  const { text, rows, bytes } = answer;
  const { rss } = process.memoryUsage();
  if (text.length <= wholeLength) return send({ type: 'result', id, rows, bytes, rss, text });
  await send({ type: 'result', id, rows, bytes, rss });
  const buffer = Buffer.from(text);
  for (let start = 0; start < buffer.length; start += chunkBytes) {
    const end = Math.min(start + chunkBytes, buffer.length);
    await send({ type: 'chunk', id, data: buffer.subarray(start, end), last: end === buffer.length });
  }
}

function factsOf(graphs: LoadedGraphs): EngineFacts {
  const { commit, quads, names, problems } = graphs;
  return { commit, quads, rss: process.memoryUsage.rss(), graphs: names, problems };
}

function send(reply: EngineReply): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(reply, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}

async function giveUp(error: unknown): Promise<void> {
  try {
    await send({ type: 'broken', detail: messageOf(error) });
  } catch {
    // Nobody listens any more.
  }
  process.exit(1);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.once('disconnect', () => process.exit());
const [folder = '', feedModule = ''] = process.argv.slice(2);
await run(folder, feedModule).catch(giveUp);

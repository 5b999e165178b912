// First of all: the engine's memory can be reached only while its package is loaded.
import { engineInstance } from './engine-instance.ts';
import { leanNQuads, leanVersion } from '@askg/ddm';
import { GraphError } from '../graph-error.ts';
import { answerQuery } from './answer-query.ts';
import { EngineImage } from './engine-image.ts';
import {
  type EngineFacts,
  type EngineReply,
  type EngineRequest,
  type EngineSetup,
  startAgainCode,
} from './engine-messages.ts';
import type { GraphFeed } from './graph-feed.ts';
import { GraphView } from './graph-view.ts';
import { isFatal, LoadedGraphs } from './loaded-graphs.ts';
import { MemoryLost } from './memory-image.ts';
import { watchParentFromThread } from './parent-watch.ts';

/*
 * The entry of an engine process: `engine-process SETUP`, an `EngineSetup` as JSON. It loads the graphs of the feed, or takes
 * over the memory of one that has, says `ready`, and then answers one request after the other.
 */

const wholeLength = 256 * 1024;
const chunkBytes = 1024 * 1024;
/** Milliseconds between two words about the progress of loading. */
const progressMs = 250;

type Engine = { graphs: LoadedGraphs; view: GraphView; image: EngineImage | undefined };

async function run({ folder, feedModule, image: kept }: EngineSetup): Promise<void> {
  const { openFeed } = (await import(feedModule)) as { openFeed: (folder: string) => Promise<GraphFeed> };
  const feed = await openFeed(folder);
  const image = kept && engineInstance && new EngineImage(kept.folder, leanVersion, kept.leastQuads);
  const restored = image?.restore((await feed.snapshot()).graphs);
  const graphs = new LoadedGraphs(feed, leanNQuads, restored);
  await graphs.load(tellProgress());
  if (image?.isBehind(graphs.graphs) === true) image.save(graphs.store, graphs.graphs);
  // After the image, which holds nothing but the graphs.
  const engine = { graphs, view: new GraphView(graphs), image };
  let last = Promise.resolve();
  process.on('message', (request: EngineRequest) => {
    last = last.then(() => serve(engine, request)).catch(giveUp);
  });
  await send({ type: 'ready', facts: factsOf(engine), isRestored: restored !== undefined });
}

function tellProgress(): (graphs: number, of: number) => void {
  let toldAt = performance.now();
  return (graphs, of) => {
    if (performance.now() - toldAt < progressMs) return;
    toldAt = performance.now();
    void send({ type: 'loading', graphs, of }).catch(() => undefined);
  };
}

async function serve(engine: Engine, request: EngineRequest): Promise<void> {
  const { graphs, image } = engine;
  try {
    if (request.type === 'begin') return;
    if (request.type === 'query') {
      if (request.query.cost === 'normal') watchParentFromThread();
      await sendResult(request.id, answerQuery(graphs, request.query, engine.view));
    } else {
      if (graphs.commit < request.atLeast) {
        const removed = await graphs.advance();
        if (removed.length > 0) image?.forget(removed);
      }
      await send({ type: 'advanced', id: request.id, facts: factsOf(engine) });
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

function factsOf({ graphs, image }: Engine): EngineFacts {
  const { commit, quads, names, problems } = graphs;
  const imageIsBehind = image?.isBehind(graphs.graphs) ?? false;
  return { commit, quads, rss: process.memoryUsage.rss(), graphs: names, problems, imageIsBehind };
}

function send(reply: EngineReply): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(reply, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}

async function giveUp(error: unknown): Promise<void> {
  if (error instanceof MemoryLost) process.exit(startAgainCode);
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
const [setup = ''] = process.argv.slice(2);
process.once('message', () => {
  // The first message says `begin`.
  run(JSON.parse(setup) as EngineSetup).catch(giveUp);
});

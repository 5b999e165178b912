import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { CausalSession } from './causal-session.ts';
import { type CausalSetup, causalTask } from './causal-task.ts';
import { loadListwise } from './listwise/listwise-task.ts';
import { loadMultiVector } from './multi-vector/load-multi-vector.ts';
import { OnnxSession } from './onnx-session.ts';
import { loadSequence } from './sequence/sequence-task.ts';
import { embedTask, scoreTask, type Task } from './tasks.ts';
import { TextTokenizer } from './text-tokenizer.ts';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.ts';

/*
 * The entry of a thread that holds one model. It loads it, says `ready`, and then answers one request after the other;
 * whoever sends has only one under way.
 */

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');

function send(reply: WorkerReply<unknown>, buffers: ArrayBuffer[] = []): void {
  port?.postMessage(reply, buffers);
}

function digestOf(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(1024 * 1024);
  const file = openSync(path, 'r');
  try {
    for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, bytes));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function demand(path: string, digest: string): void {
  if (digestOf(path) !== digest) throw new Error(`${path} is not the file the manifest names.`);
}

async function load(
  setup: WorkerSetup,
): Promise<{ session: { release(): Promise<void> }; task: Task<unknown, unknown> }> {
  demand(setup.tokenizer, setup.digests.tokenizer);
  demand(setup.weights, setup.digests.weights);
  if (setup.task.type === 'causal') return loadCausal(setup.weights, setup.task);
  if (setup.task.type === 'listwise') {
    for (const { path, digest } of setup.task.more) demand(path, digest);
    return loadListwise(setup.weights, setup.task);
  }
  if (setup.task.type === 'multi-vector') {
    for (const { path, digest } of setup.task.more) demand(path, digest);
    return loadMultiVector(setup, setup.task);
  }
  if (setup.task.type === 'sequence') {
    for (const { path, digest } of setup.task.more) demand(path, digest);
    return loadSequence(setup, setup.task);
  }
  const tokenizer = new TextTokenizer(JSON.parse(readFileSync(setup.tokenizer, 'utf8')) as object, setup.maxTokens);
  const session = await OnnxSession.load(setup.weights);
  const task = setup.task.type === 'embed' ? embedTask(setup.task, session, tokenizer) : scoreTask(session, tokenizer);
  await task.prove();
  return { session, task };
}

async function loadCausal(weights: string, setup: CausalSetup): ReturnType<typeof load> {
  for (const { path, digest } of setup.more) demand(path, digest);
  const session = await CausalSession.load(weights, setup.cores);
  const task = causalTask(setup, session);
  await task.prove();
  return { session, task };
}

async function serve(
  { session, task }: Awaited<ReturnType<typeof load>>,
  request: WorkerRequest<unknown>,
): Promise<void> {
  if (request.type === 'close') {
    await session.release();
    port?.close();
    return;
  }
  try {
    const results: unknown[] = [];
    for (const item of request.items) results.push(await task.run(item));
    send(
      { type: 'done', results },
      results.flatMap((result) => task.buffers(result)),
    );
  } catch (error) {
    send({ type: 'failed', detail: messageOf(error) });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  const loaded = await load(workerData as WorkerSetup);
  let last = Promise.resolve();
  port.on('message', (request: WorkerRequest<unknown>) => {
    last = last.then(() => serve(loaded, request));
  });
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'refused', detail: messageOf(error) });
}

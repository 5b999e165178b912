import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import type { InferenceError } from '../inference-error.ts';
import { ModelPool } from '../onnx/model-pool.ts';
import { workerSetup } from '../onnx/worker-setup.ts';
import type { EmbedItem, EmbedResult } from '../onnx/worker-messages.ts';
import { dimensions, storeWith, tinyEmbedder } from './tiny-models.ts';

/*
 * `pool-process FOLDER FOLDER`, both empty: a process that kills the threads of a model pool and prints what becomes of the calls. It is no part of a test's own
 * process because only a plain process is told of its new threads.
 */

const workers: Worker[] = [];
process.on('worker', (worker) => workers.push(worker));

const item: EmbedItem = { text: 'cat', tokens: false };
const model = tinyEmbedder();
const [one, other] = process.argv.slice(2) as [string, string];
const setup = await workerSetup(storeWith(one, [model]), model, { type: 'embed', pooling: 'cls', dimensions });
const intact = await workerSetup(storeWith(other, [model]), model, setup.task);
const pool = await ModelPool.start<EmbedItem, EmbedResult>(setup, { threads: 1 }, ({ text }) => text.length);

/** The code of a call's error, or the number of its results. */
function outcome(call: Promise<EmbedResult[]>): Promise<string | number> {
  return call.then(
    (results) => results.length,
    (error: InferenceError) => error.code,
  );
}

const underWay = outcome(pool.run(Array.from({ length: 1000 }, () => item)));
const waiting = outcome(pool.run([item], { priority: 'background' }));
await workers.at(-1)?.terminate();
const whenLost = { underWay: await underWay, waiting: await waiting, threads: workers.length };

await workers.at(-1)?.terminate();
const whenIdle = { next: await outcome(pool.run([item])), threads: workers.length };

await workers.at(-1)?.terminate();
rmSync(setup.weights);
const whenGone = { next: await outcome(pool.run([item])) };

await pool.close();

const pair = await ModelPool.start<EmbedItem, EmbedResult>(intact, { threads: 2 }, ({ text }) => text.length);
await pair.run([item]);
const activeBefore = workers.slice(-2).map(({ performance: { eventLoopUtilization } }) => eventLoopUtilization());
await pair.run(Array.from({ length: 100 }, () => item));
const busy = workers
  .slice(-2)
  .map(({ performance: { eventLoopUtilization } }, index) => eventLoopUtilization(activeBefore[index]).active > 0);
await pair.close();

const resting = await ModelPool.start<EmbedItem, EmbedResult>(
  intact,
  { threads: 1, idleMs: 20 },
  ({ text }) => text.length,
);
await resting.run([item]);
const before = workers.length;
// The timer and the thread keep nothing alive by themselves.
const alive = setInterval(() => undefined, 1000);
await once(workers.at(-1) as Worker, 'exit');
clearInterval(alive);
const rested = { next: await outcome(resting.run([item, item])), threads: workers.length - before };
await resting.close();

process.stdout.write(
  `${JSON.stringify({ whenLost, whenIdle, whenGone, busy, rested, left: workers.filter(({ threadId }) => threadId !== -1).length })}\n`,
);

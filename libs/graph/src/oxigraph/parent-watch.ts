import { Worker } from 'node:worker_threads';

const watch = `
const { ppid } = process;
setInterval(() => { if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;

let worker: Worker | undefined;

/**
 * Ends this process when its parent is gone. A long evaluation blocks the main thread, which then hears neither
 * messages nor the closing of the channel; a thread of its own does. It takes some 18 MB, so that it is started with
 * the first query that can be long.
 */
export function watchParentFromThread(): void {
  worker ??= new Worker(watch, {
    eval: true,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  });
  worker.unref();
}

import { Worker } from 'node:worker_threads';

const watch = `
const { workerData } = require('node:worker_threads');
const end = () => process.kill(process.pid, 'SIGKILL');
const parent = process.ppid;
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.bytes) end();
  if (process.ppid !== parent) setTimeout(end, workerData.graceMs);
}, 500);
`;

/**
 * Ends this process when it takes too much memory, or some time after its parent is gone. A file can keep the main thread
 * busy for ever, so that a thread of its own has to look.
 * @param mebibytes most resident memory
 * @param graceMs milliseconds that the main thread has to give its file back when the parent is gone
 */
export function startWatchdog(mebibytes: number, graceMs = 2000): void {
  const watchdog = new Worker(watch, {
    eval: true,
    execArgv: [],
    env: {},
    workerData: { bytes: mebibytes * 1024 * 1024, graceMs },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  });
  watchdog.unref();
}

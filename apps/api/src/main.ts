import { CodedError } from '@askg/contract';
import { ApiError } from './api-error.ts';
import { Application } from './application.ts';
import { readConfig } from './config.ts';
import { jsonLog } from './problems/log.ts';

/*
 * The entry of the server process. It says `listening on URL` on standard output once it answers, or why it cannot in
 * one line on standard error; it ends on SIGTERM and SIGINT, and with the process that forked it.
 */

/** Exit codes: 0 done, 2 wrong use, 3 could not run. */
const wrongUse = 2;
const couldNotRun = 3;

const log = jsonLog(
  (line) => process.stderr.write(line),
  () => new Date(),
);
let application: Application | undefined;
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await application?.close();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());

async function run(): Promise<void> {
  application = new Application(readConfig(process.env), log);
  const url = await application.start();
  if (!isStopping) process.stdout.write(`listening on ${url}\n`);
}

function codedOf(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  log({ level: 'error', message: 'The server could not start.', error });
  return new ApiError('api/internal', error instanceof Error ? error.message : String(error), { cause: error });
}

try {
  await run();
} catch (error) {
  // What is closed under a start that is not over fails; that is no news.
  if (!isStopping) {
    const { code, title, message, fix } = codedOf(error);
    process.stderr.write(`${code}: ${title}. ${message} ${fix}\n`.replaceAll(/\s*\n(?!$)/g, ' '));
    await application?.close();
    process.exit(code === 'api/bad-configuration' ? wrongUse : couldNotRun);
  }
}

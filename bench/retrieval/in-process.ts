import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LibraryOptions } from './synthetic-library.ts';

/** Does something beside a process that has been given the library, and ends the process. */
export async function inProcess<T>(
  entry: string,
  options: LibraryOptions,
  work: (child: ChildProcess) => Promise<unknown[]>,
): Promise<T> {
  const child = fork(join(import.meta.dirname, entry), {
    execArgv: ['--disable-warning=ExperimentalWarning', '--conditions=source'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${entry} ended with ${code}.`);
  });
  try {
    child.send(options);
    const [result] = (await Promise.race([work(child), failed])) as [T];
    return result;
  } finally {
    failed.catch(() => {});
    if (child.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}

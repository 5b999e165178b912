import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const running = new Set<ChildProcess>();

/** Starts `corpus-process` and waits until it has begun its work. */
export async function startProcess(what: string, folder: string, seed = 0): Promise<ChildProcess> {
  const entry = new URL('./corpus-process.ts', import.meta.url);
  const child = fork(entry, [what, folder, String(seed)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--conditions=source'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  running.add(child);
  const began = await Promise.race([once(child, 'message').then(() => true), once(child, 'exit').then(() => false)]);
  if (!began) throw new Error(`The process that should ${what} ended before it began (exit ${child.exitCode}).`);
  return child;
}

/** Runs `corpus-process`, with files limited to so many KiB, and returns the first thing that it says. */
export async function hear(
  what: string,
  folder: string,
  kibibytes: number | 'unlimited' = 'unlimited',
): Promise<string> {
  const command = `ulimit -f ${kibibytes}; exec "$0" "$@"`;
  const entry = fileURLToPath(new URL('./corpus-process.ts', import.meta.url));
  const child = spawn(
    'bash',
    [
      '-c',
      command,
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      '--conditions=source',
      entry,
      what,
      folder,
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  running.add(child);
  const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
  await kill(child);
  return String(said);
}

/** Ends a process as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Ends what a failed test has left. */
export async function killAll(): Promise<void> {
  for (const child of running) await kill(child);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningService } from './service.ts';

export type ChildServiceOptions = {
  command: string;
  parameters: readonly string[];
  folder: string;
  environment?: Readonly<Record<string, string>>;
  /** What askg has to be told to use it. */
  settings: Readonly<Record<string, string>>;
  /** Whether it answers by now. */
  isReady: () => Promise<boolean>;
  /** Milliseconds that it may take until it does. */
  patienceMs: number;
};

const pollMs = 100;
const keptOutput = 4000;
/** Milliseconds that a service has to end in good order. */
const endMs = 30_000;

/** Starts a server as a child process and waits until it answers. @throws Error with what it printed when it ends before */
export async function startChild(options: ChildServiceOptions): Promise<RunningService> {
  const { command, parameters, folder, environment, settings, isReady, patienceMs } = options;
  const child = spawn(command, parameters, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-keptOutput)));
  }
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const stop = (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => end(child, signal);
  const giveUpAt = performance.now() + patienceMs;
  while (!(await isReady().catch(() => false))) {
    const isOver = hasEnded(child) || failure !== undefined;
    if (isOver || performance.now() > giveUpAt) {
      await stop('SIGKILL');
      throw new Error(`${command} did not become ready: ${failure?.message ?? output}`);
    }
    await delay(pollMs);
  }
  // Another program may have taken the port and answer in its place.
  if (hasEnded(child) || child.pid === undefined) throw new Error(`${command} has ended: ${output}`);
  return { environment: settings, pid: child.pid, stop };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const impatience = setTimeout(() => child.kill('SIGKILL'), endMs);
  await ended;
  clearTimeout(impatience);
}

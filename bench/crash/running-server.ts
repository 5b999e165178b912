import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

const askg = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'askg.js');
/** Milliseconds after which a start counts as failed. */
const patienceMs = 60_000;

type Outputs = ChildProcessByStdio<null, Readable, Readable>;

/** The server on a corpus, in a group of processes that is killed as one. */
export class RunningServer {
  readonly url: string;
  /** Milliseconds from the start of the process until questions could be asked. */
  readonly readyMs: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, readyMs: number) {
    this.#child = child;
    this.url = url;
    this.readyMs = readyMs;
  }

  /** @throws Error with what it said when it does not become ready */
  static async start(data: string): Promise<RunningServer> {
    const began = performance.now();
    const child = spawn(process.execPath, [askg, 'serve'], {
      env: { PATH: process.env['PATH'], ASKG_DATA: data, ASKG_PORT: '0', ASKG_DEMO: '0', ASKG_OFFLINE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    try {
      const url = await becomeReady(child);
      return new RunningServer(child, url, performance.now() - began);
    } catch (error) {
      await killGroup(child);
      throw error;
    }
  }

  /** Ends all its processes without a chance to tidy up. */
  async kill(): Promise<void> {
    await killGroup(this.#child);
  }
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'close');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** @returns the address, once questions can be asked there */
async function becomeReady(child: Outputs): Promise<string> {
  const said: string[] = [];
  const failure = (what: string): Error => new Error(`${what}: ${said.slice(-5).join('\n')}`);
  const address = Promise.withResolvers<string>();
  const patience = AbortSignal.timeout(patienceMs);
  patience.addEventListener('abort', () => address.reject(failure('Not ready in time')), { once: true });
  child.once('exit', () => address.reject(failure('The server ended')));
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      said.push(line);
      const url = /listening on (\S+)/u.exec(line)?.[1];
      if (url !== undefined) address.resolve(url);
    });
  }
  const url = await address.promise;
  while (!(await isReady(url))) {
    if (patience.aborted || child.exitCode !== null) throw failure('Not ready in time');
    await delay(20);
  }
  return url;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/health/ready', url));
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

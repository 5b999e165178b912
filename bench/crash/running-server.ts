import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const askg = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'askg.js');
/** Milliseconds after which a start counts as failed. */
const patienceMs = 60_000;

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
    const said: string[] = [];
    const address = Promise.withResolvers<string>();
    for (const output of [child.stdout, child.stderr]) {
      createInterface({ input: output }).on('line', (line) => {
        said.push(line);
        const url = /listening on (\S+)/u.exec(line)?.[1];
        if (url !== undefined) address.resolve(url);
      });
    }
    child.once('exit', () => address.reject(new Error(`The server ended: ${said.slice(-5).join('\n')}`)));
    const url = await address.promise;
    while (!(await isReady(url))) {
      if (performance.now() - began > patienceMs) throw new Error(`Not ready in time: ${said.slice(-5).join('\n')}`);
      await delay(20);
    }
    return new RunningServer(child, url, performance.now() - began);
  }

  /** Ends all its processes without a chance to tidy up. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined) return;
    const ended = once(this.#child, 'close');
    process.kill(-this.#child.pid, 'SIGKILL');
    await ended;
  }
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

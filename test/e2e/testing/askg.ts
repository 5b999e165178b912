import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach } from '@jest/globals';

export const root = join(import.meta.dirname, '..', '..', '..');
const bin = join(root, 'apps', 'cli', 'bin', 'askg.js');

export type Ran = { code: number | null; out: string; err: string };
export type Server = { url: string; child: ChildProcess; err: () => string; ended: Promise<number | null> };

/** The built command as a person would run it, each test with a folder of its own. */
export type Askg = {
  folder: (...names: string[]) => string;
  /** Runs a command to its end. */
  run: (words: readonly string[], options?: RunOptions) => Promise<Ran>;
  start: (words: readonly string[], options?: RunOptions) => ChildProcess;
  /** Starts `serve` and waits until it can be asked. */
  serve: (words?: readonly string[], options?: RunOptions) => Promise<Server>;
};

export type RunOptions = {
  environment?: Record<string, string>;
  input?: string;
  /** Largest file that may be written, in KiB, as on a disk that is nearly full. */
  fileKiB?: number;
};

export function useAskg(): Askg {
  let made: string | undefined;
  const children = new Set<ChildProcess>();
  const folder = (...names: string[]): string => {
    made ??= mkdtempSync(join(tmpdir(), 'askg-e2e-'));
    return join(made, ...names);
  };
  afterEach(async () => {
    for (const child of children) await killGroup(child);
    children.clear();
    if (made !== undefined) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
    made = undefined;
  });
  const start = (words: readonly string[], { environment = {}, fileKiB }: RunOptions = {}): ChildProcess => {
    const command = [process.execPath, bin, ...words];
    const shell = ['bash', '-c', `ulimit -f ${fileKiB}; exec "$0" "$@"`, ...command];
    const [file = '', ...rest] = fileKiB === undefined ? command : shell;
    const child = spawn(file, rest, {
      cwd: folder(),
      env: { PATH: process.env['PATH'], ASKG_DATA: folder('data'), ASKG_PORT: '0', ASKG_OFFLINE: '1', ...environment },
      // A group of its own, so that a test can end all of it.
      detached: true,
    });
    children.add(child);
    return child;
  };
  return {
    folder,
    start,
    run: async (words, options = {}) => {
      const child = start(words, options);
      child.stdin?.end(options.input ?? '');
      const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, out: out(), err: err() };
    },
    serve: async (words = [], options = {}) => {
      const child = start(['serve', ...words], options);
      const err = textOf(child.stderr);
      const ended = once(child, 'close').then(([code]) => code as number | null);
      const url = child.stdout ? await addressOf(child.stdout) : undefined;
      if (url === undefined) throw new Error(`The server did not start: ${err()}`);
      return { url, child, err, ended };
    },
  };
}

function textOf(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text;
}

async function addressOf(stdout: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: stdout })) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  return undefined;
}

async function killGroup(child: ChildProcess): Promise<void> {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

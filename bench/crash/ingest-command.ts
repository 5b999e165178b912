import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Corpus } from '@askg/corpus';

const askg = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'bin', 'askg.js');

/** Runs the command to its end. @returns milliseconds */
export async function ingestUndisturbed(data: string, papers: string): Promise<number> {
  const start = performance.now();
  const [code] = (await startIngest(data, papers).ended) as [number | null];
  // 1: some of the files cannot be read, which is as it should be.
  if (code !== 0 && code !== 1) throw new Error(`askg ingest ended with ${code}`);
  return performance.now() - start;
}

export type IngestCommand = {
  child: ChildProcess;
  /** Resolves when the command is over, however it ended. */
  ended: Promise<unknown>;
  /** @returns whether the command was still running */
  killAfter(ms: number, what: 'all processes' | 'the command'): Promise<boolean>;
};

export function startIngest(data: string, papers: string): IngestCommand {
  const child = spawn(process.execPath, [askg, 'ingest', papers], {
    env: { PATH: process.env['PATH'], ASKG_DATA: data, ASKG_WORKERS: '2' },
    stdio: 'ignore',
    // A group of its own, which can be killed as one.
    detached: true,
  });
  const ended = once(child, 'close');
  return { child, ended, killAfter: (ms, what) => killAfter(child, ended, ms, what) };
}

async function killAfter(
  child: ChildProcess,
  ended: Promise<unknown>,
  ms: number,
  what: 'all processes' | 'the command',
): Promise<boolean> {
  const wait = new AbortController();
  await Promise.race([ended, delay(ms, undefined, { signal: wait.signal }).catch(() => undefined)]);
  wait.abort();
  const isRunning = child.exitCode === null && child.signalCode === null;
  if (isRunning && child.pid !== undefined) process.kill(what === 'all processes' ? -child.pid : child.pid, 'SIGKILL');
  await ended;
  return isRunning;
}

/** Digest by name of all graphs that stand. */
export function graphsOf(data: string): Map<string, string> {
  if (!Corpus.exists(data)) return new Map();
  const corpus = Corpus.open(data, { readOnly: true });
  try {
    return new Map(corpus.snapshot().graphs.map(({ name, digest }) => [name, digest]));
  } finally {
    corpus.close();
  }
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Dataset } from '../dataset.ts';
import { memoryOf } from '../../process-memory.ts';
import type { Loaded, MeasuredEngine, Run } from './engine.ts';

type Reply = { ready: true } | { ms: number; rows: number } | { error: string };

/**
 * An engine in a child that speaks JSON lines: it loads the data named by its last argument and says `{"ready":true}`, then
 * answers each `{"query":…}` by `{"ms":…,"rows":…}` or `{"error":…}`. One that passes the limit is killed and loads anew.
 */
export class LineEngine implements MeasuredEngine {
  readonly #command: string;
  readonly #arguments: (dataset: Dataset) => string[];
  #dataset: Dataset | undefined;
  #child: ChildProcessWithoutNullStreams | undefined;
  #lines: AsyncIterator<string> | undefined;
  #reader: Interface | undefined;

  constructor(command: string, argumentsFor: (dataset: Dataset) => string[]) {
    this.#command = command;
    this.#arguments = argumentsFor;
  }

  async load(dataset: Dataset): Promise<Loaded> {
    this.#dataset = dataset;
    const start = performance.now();
    const child = spawn(this.#command, this.#arguments(dataset), { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stderr.on('data', (text: Buffer) => process.stderr.write(text));
    // What it cannot take any more shows in the answer that does not come.
    child.stdin.on('error', () => undefined);
    this.#child = child;
    this.#reader = createInterface({ input: child.stdout });
    this.#lines = this.#reader[Symbol.asyncIterator]();
    const reply = await this.#reply();
    if (reply === undefined || !('ready' in reply)) throw new Error(`${this.#command} did not load the data.`);
    return { ms: performance.now() - start, memoryMiB: memoryOf([child.pid ?? 0]) };
  }

  async run(query: string, limitMs: number): Promise<Run> {
    if (this.#child === undefined && this.#dataset !== undefined) await this.load(this.#dataset);
    this.#child?.stdin.write(`${JSON.stringify({ query })}\n`);
    const timeout = Promise.withResolvers<'timeout'>();
    const timer = setTimeout(() => timeout.resolve('timeout'), limitMs);
    const reply = await Promise.race([this.#reply(), timeout.promise]);
    clearTimeout(timer);
    if (reply !== undefined && reply !== 'timeout' && 'ms' in reply) return reply;
    if (reply !== undefined && reply !== 'timeout' && 'error' in reply) {
      return { failure: 'error', detail: reply.error };
    }
    await this.close();
    if (reply === 'timeout') return { failure: 'timeout', detail: `more than ${limitMs} ms` };
    return { failure: 'error', detail: 'the process ended' };
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    this.#reader?.close();
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async #reply(): Promise<Reply | undefined> {
    const next = await this.#lines?.next();
    return next === undefined || next.done === true ? undefined : (JSON.parse(next.value) as Reply);
  }
}

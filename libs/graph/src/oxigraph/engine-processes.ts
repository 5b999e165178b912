import { type ChildProcess, fork } from 'node:child_process';
import type { EngineSetup } from './engine-messages.ts';

/** Milliseconds that a spare process is kept without being needed. */
const spareMs = 300_000;

const sources = import.meta.url.endsWith('.ts');
const entry = new URL(sources ? './engine-process.ts' : './engine-process.js', import.meta.url);

/**
 * Makes engine processes. Starting one takes longer than taking over a small graph, so that while there are queries that
 * may have to be killed a spare one is kept, which has its code loaded and waits for its turn.
 */
export class EngineProcesses {
  readonly #setup: EngineSetup;
  readonly #memoryMiB: number;
  #spare: ChildProcess | undefined;
  #expiry: NodeJS.Timeout | undefined;

  constructor(setup: EngineSetup, memoryMiB: number) {
    this.#setup = setup;
    this.#memoryMiB = memoryMiB;
  }

  /** A process that begins with its work when it is sent `begin`. */
  take(): ChildProcess {
    const spare = this.#spare;
    this.#spare = undefined;
    return spare ?? this.#fork();
  }

  /** Has a spare process ready soon, for some minutes. */
  keepSpare(): void {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.close(), spareMs);
    this.#expiry.unref();
    if (this.#spare !== undefined) return;
    const spare = this.#fork();
    this.#spare = spare;
    for (const event of ['error', 'exit']) {
      spare.once(event, () => {
        if (this.#spare === spare) this.#spare = undefined;
      });
    }
  }

  close(): void {
    clearTimeout(this.#expiry);
    this.#spare?.kill('SIGKILL');
    this.#spare = undefined;
  }

  #fork(): ChildProcess {
    return fork(entry, [JSON.stringify(this.#setup)], {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        `--wasm-max-mem-pages=${this.#memoryMiB * 16}`,
        '--max-old-space-size=1024',
        ...(sources ? ['--conditions=source'] : []),
      ],
      // Keys and settings of the server are none of its business.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { CorpusError, type JobQueue } from '@askg/corpus';
import type { WorkerReport, WorkerRequest } from '../worker/worker-messages.ts';

/** What one file may take. */
export type FileLimits = {
  /** Milliseconds. */
  ms: number;
  /** Memory of the process that reads it, in MiB. */
  memoryMiB: number;
};

export const defaultLimits: FileLimits = { ms: 120_000, memoryMiB: 1536 };

export type WorkerOptions = {
  folder: string;
  jobs: JobQueue;
  limits: FileLimits;
  restoreRemoved: boolean;
  /** Address of a GROBID service that reads PDFs. */
  grobidUrl?: string;
  /** Entry of the process, for one that does something else. */
  entry?: URL;
  report: (worker: WorkerProcess, report: WorkerReport) => void;
  ended: (worker: WorkerProcess, end: WorkerEnd) => void;
};

export type HeldFile = { source: string; path: string };
/** `held` is what the process was reading; `why` says how it ended. */
export type WorkerEnd = { held?: HeldFile; wasReady: boolean; wasAsked: boolean; why: string };

/** How long a file stays a lost worker's; also how long a run that was killed with all its processes delays the next. */
const leaseMs = 6000;
const renewMs = 1500;
const sources = import.meta.url.endsWith('.ts');
const workerEntry = new URL(sources ? '../worker/worker.ts' : '../worker/worker.js', import.meta.url);

/** One process that reads files; keeps the lease on the file at hand and ends it when that takes too long. */
export class WorkerProcess {
  readonly owner = randomUUID();
  readonly #options: WorkerOptions;
  readonly #child: ChildProcess;
  readonly #renewal: NodeJS.Timeout;
  #deadline: NodeJS.Timeout | undefined;
  #held: (HeldFile & { stage: 'reading' | 'enriching' | 'mapping' }) | undefined;
  #isReady = false;
  #wasAsked = false;
  #reason: string | undefined;
  #stderr = '';

  constructor(options: WorkerOptions) {
    const { folder, limits, grobidUrl } = options;
    this.#options = options;
    const flags = ['--data', folder, '--owner', this.owner, '--lease', String(leaseMs)];
    flags.push('--memory', String(limits.memoryMiB), ...(options.restoreRemoved ? ['--restore-removed'] : []));
    // Half of the time is kept for reading the file without the service.
    if (grobidUrl !== undefined) flags.push('--grobid', grobidUrl, '--grobid-ms', String(limits.ms / 2));
    this.#child = fork(options.entry ?? workerEntry, flags, {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        `--max-old-space-size=${limits.memoryMiB}`,
        ...(sources ? ['--conditions=source'] : []),
      ],
      // Keys and settings are none of its business.
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#renewal = setInterval(() => this.#renew(), renewMs);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-2000);
    });
    this.#child.on('message', (report: WorkerReport) => this.#receive(report));
    this.#child.on('error', (error) => {
      this.#stderr += error.message;
      if (this.#child.pid === undefined) this.#end(null, null);
    });
    this.#child.once('close', (code, signal) => this.#end(code, signal));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Lets the process take a file. */
  work(): void {
    const request: WorkerRequest = { type: 'work' };
    if (this.#child.connected) this.#child.send(request, () => undefined);
  }

  /** Lets the process give back its file between two stages, and end. */
  stop(): void {
    this.#wasAsked = true;
    this.#child.kill('SIGTERM');
  }

  kill(reason: string): void {
    this.#reason ??= reason;
    this.#child.kill('SIGKILL');
  }

  #receive(report: WorkerReport): void {
    if (report.type === 'ready') this.#isReady = true;
    else if (report.type === 'took') {
      const { ms } = this.#options.limits;
      this.#held = { source: report.source, path: report.path, stage: 'reading' };
      this.#deadline = setTimeout(() => this.kill(`it took longer than ${ms / 1000} s`), ms);
    } else if (report.type === 'stage') {
      if (this.#held) this.#held.stage = report.stage;
    } else {
      clearTimeout(this.#deadline);
      this.#held = undefined;
    }
    this.#options.report(this, report);
  }

  #renew(): void {
    if (!this.#held) return;
    const { source, path, stage } = this.#held;
    try {
      this.#options.jobs.advance(source, stage, { owner: this.owner, now: Date.now(), leaseMs });
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      this.#options.report(this, { type: 'halted', source, path, problem: error.toProblem() });
    }
  }

  #end(code: number | null, signal: NodeJS.Signals | null): void {
    clearInterval(this.#renewal);
    clearTimeout(this.#deadline);
    const outOfMemory = signal === 'SIGKILL' || signal === 'SIGABRT' || /heap out of memory/.test(this.#stderr);
    const how = signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`;
    const told = firstLine(this.#stderr);
    const why =
      this.#reason ?? (outOfMemory ? 'it probably took too much memory' : told === '' ? how : `${how}: ${told}`);
    const held = this.#held && { source: this.#held.source, path: this.#held.path };
    this.#options.ended(this, {
      ...(held ? { held } : {}),
      wasReady: this.#isReady,
      wasAsked: this.#wasAsked,
      why,
    });
  }
}

/** The line of a stack that says what went wrong. */
function firstLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  return lines.find((line) => /Error\b.*:/.test(line)) ?? lines.find((line) => line !== '') ?? '';
}

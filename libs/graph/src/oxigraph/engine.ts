import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { GraphError, isGraphErrorCode } from '../graph-error.ts';
import type { EngineState, EngineStatus, GraphProblem } from '../store.ts';
import {
  type EngineFacts,
  type EngineQuery,
  type EngineReply,
  type EngineRequest,
  startAgainCode,
} from './engine-messages.ts';
import type { EngineProcesses } from './engine-processes.ts';
import { restartDelay } from './restart-delay.ts';

export type EngineOptions = {
  processes: EngineProcesses;
  now: () => number;
  /** Called when the state or the commit has changed. */
  changed: () => void;
};

export type EngineResult = { rows: number; bytes: number; body: string | Uint8Array[] };

type Pending = {
  id: number;
  resolve: (value: EngineResult | undefined) => void;
  reject: (reason: GraphError) => void;
  result?: { rows: number; bytes: number; chunks: Uint8Array[] };
};

/** One engine process and its successors: it is started again whenever it ends, until it is closed. */
export class Engine {
  readonly #options: EngineOptions;
  #child: ChildProcess | undefined;
  #state: EngineState = 'starting';
  #pending: Pending | undefined;
  #facts: EngineFacts = { commit: 0, quads: 0, rss: 0, graphs: [], problems: [], imageIsBehind: false };
  #loading: { graphs: number; of: number } | undefined;
  #isRestored = false;
  #imageWasInStep = false;
  #isSecondTry = false;
  #names = new Set<string>();
  #requests = 0;
  #failures = 0;
  #crashes = 0;
  #startedAt: number | undefined;
  #startMs: number | undefined;
  #rssAtStart = 0;
  #failure: string | undefined;
  #brokenBy: string | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  get state(): EngineState {
    return this.#state;
  }

  /** Whether it can be given queries, now or when it is done with what it does. */
  get isServing(): boolean {
    return this.#state === 'idle' || this.#state === 'busy' || this.#state === 'waiting';
  }

  get commit(): number {
    return this.#facts.commit;
  }

  get problems(): readonly GraphProblem[] {
    return this.#facts.problems;
  }

  get failure(): string | undefined {
    return this.#failure;
  }

  /** Whether the image has fallen behind since this process began, so that the next one would have much to load. */
  get imageIsBehind(): boolean {
    return this.#facts.imageIsBehind && this.#imageWasInStep;
  }

  /** Whether a process has been started. */
  get isBegun(): boolean {
    return this.#startedAt !== undefined;
  }

  /** Bytes by which the process has grown since it was ready: WebAssembly memory never shrinks. */
  get growth(): number {
    return this.#facts.rss - this.#rssAtStart;
  }

  has(graph: string): boolean {
    return this.#names.has(graph);
  }

  status(): EngineStatus {
    const { commit, quads, rss, graphs } = this.#facts;
    return {
      state: this.#state,
      commit,
      quads,
      graphs: graphs.length,
      rss,
      crashes: this.#crashes,
      ...(this.#startMs === undefined ? {} : { startMs: this.#startMs, isRestored: this.#isRestored }),
      ...(this.#loading === undefined ? {} : { loading: this.#loading }),
      ...(this.#child?.pid === undefined ? {} : { pid: this.#child.pid }),
      ...(this.#failure === undefined ? {} : { failure: this.#failure }),
    };
  }

  start(): void {
    const { processes, now } = this.#options;
    this.#state = 'starting';
    this.#startedAt = now();
    this.#brokenBy = undefined;
    this.#loading = undefined;
    const child = processes.take();
    this.#child = child;
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-2000)));
    child.on('message', (reply: EngineReply) => {
      if (child === this.#child) this.#receive(reply);
    });
    child.on('error', (error) => {
      stderr += error.message;
      if (child.pid === undefined && child === this.#child) this.#ended(null, null, stderr);
    });
    child.once('close', (code, signal) => {
      if (child === this.#child) this.#ended(code, signal, stderr);
    });
    const begin: EngineRequest = { type: 'begin', id: 0 };
    child.send(begin, () => undefined);
  }

  /** Brings the engine to a commit at least; the caller has found it idle. */
  async advance(atLeast: number): Promise<void> {
    await this.#ask('waiting', (id) => ({ type: 'advance', id, atLeast }));
  }

  /** Evaluates a query; the caller has found the engine idle. */
  async run(query: EngineQuery): Promise<EngineResult> {
    const result = await this.#ask('busy', (id) => ({ type: 'query', id, query }));
    if (result === undefined) throw new Error('The engine answered a query with something else.');
    return result;
  }

  /** Ends the process in the middle of its work and starts another. The request at hand fails with `reason`. */
  interrupt(reason: GraphError): void {
    if (this.#state === 'closed') return;
    this.#leave(reason);
    this.start();
    this.#options.processes.keepSpare();
    this.#options.changed();
  }

  async close(reason: GraphError): Promise<void> {
    const child = this.#child;
    const gone = child !== undefined && isAlive(child) ? once(child, 'exit') : undefined;
    this.#state = 'closed';
    clearTimeout(this.#retry);
    this.#leave(reason);
    await gone;
  }

  #ask(state: EngineState, request: (id: number) => EngineRequest): Promise<EngineResult | undefined> {
    if (this.#state !== 'idle' || this.#child === undefined) throw new Error(`The engine is ${this.#state}.`);
    this.#state = state;
    const child = this.#child;
    const id = (this.#requests += 1);
    return new Promise((resolve, reject) => {
      this.#pending = { id, resolve, reject };
      // A channel that is closed ends in `exit`, which settles the request.
      child.send(request(id), () => undefined);
    });
  }

  #receive(reply: EngineReply): void {
    if (reply.type === 'loading') {
      this.#loading = { graphs: reply.graphs, of: reply.of };
      queueMicrotask(this.#options.changed);
      return;
    }
    if (reply.type === 'ready') {
      const now = this.#options.now();
      this.#startMs = now - (this.#startedAt ?? now);
      this.#isRestored = reply.isRestored;
      this.#isSecondTry = false;
      this.#imageWasInStep = !reply.facts.imageIsBehind;
      this.#loading = undefined;
      this.#failure = undefined;
      this.#learn(reply.facts);
      this.#rssAtStart = reply.facts.rss;
      this.#settle();
      return;
    }
    if (reply.type === 'broken') {
      this.#brokenBy = reply.detail;
      return;
    }
    const pending = this.#pending;
    if (pending?.id !== reply.id) return;
    switch (reply.type) {
      case 'advanced':
        this.#learn(reply.facts);
        this.#settle()?.resolve(undefined);
        break;
      case 'refused': {
        const code = isGraphErrorCode(reply.code) ? reply.code : 'graph/query-failed';
        this.#settle()?.reject(new GraphError(code, reply.detail));
        break;
      }
      case 'result': {
        const { rows, bytes, rss, text } = reply;
        this.#facts.rss = rss;
        if (text === undefined) pending.result = { rows, bytes, chunks: [] };
        else this.#settle()?.resolve({ rows, bytes, body: text });
        break;
      }
      case 'chunk': {
        const { result } = pending;
        if (result === undefined) break;
        result.chunks.push(reply.data);
        if (reply.last) this.#settle()?.resolve({ rows: result.rows, bytes: result.bytes, body: result.chunks });
        break;
      }
    }
  }

  /** The request at hand is over and the engine is free. */
  #settle(): Pending | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.#failures = 0;
    this.#state = 'idle';
    queueMicrotask(this.#options.changed);
    return pending;
  }

  #learn(facts: EngineFacts): void {
    this.#facts = facts;
    this.#names = new Set(facts.graphs);
  }

  /** Turns away from the process at hand, whatever it does from now on. */
  #leave(reason: GraphError): void {
    const child = this.#child;
    const pending = this.#pending;
    this.#child = undefined;
    this.#pending = undefined;
    child?.kill('SIGKILL');
    pending?.reject(reason);
  }

  #ended(code: number | null, signal: NodeJS.Signals | null, stderr: string): void {
    if (code === startAgainCode && !this.#isSecondTry) {
      this.#isSecondTry = true;
      this.start();
      return;
    }
    const how = this.#brokenBy ?? stderr.trim().split('\n').at(-1) ?? '';
    const detail = `The engine process ended (${signal ?? `exit ${code}`})${how === '' ? '' : `: ${how}`}.`;
    if (this.#state === 'starting') this.#failure = detail;
    this.#crashes += 1;
    this.#failures += 1;
    this.#leave(new GraphError('graph/engine-lost', detail));
    this.#state = 'starting';
    this.#retry = setTimeout(() => this.start(), restartDelay(this.#failures));
    this.#options.changed();
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

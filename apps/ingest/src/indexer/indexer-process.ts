import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { IndexerNews, IndexerReport } from './indexer-messages.ts';
import type { IndexerSettings } from './run-indexer.ts';

export type IndexerProcessOptions = Omit<IndexerSettings, 'embedder' | 'noncommercial' | 'encoder'> & {
  /** Environment of the process: the embedder that is set up and, for what fetches models, proxies and Maven's settings. */
  environment: Readonly<Record<string, string | undefined>>;
  report: (news: IndexerNews) => void;
};

/** Milliseconds after which a process that was lost is replaced, the first time; doubled each time after. */
const firstPauseMs = 1000;
const longestPauseMs = 60_000;
/** Milliseconds that a process has to end in good order. */
const patienceMs = 5000;

const sources = import.meta.url.endsWith('.ts');
const entry = new URL(sources ? './indexer.ts' : './indexer.js', import.meta.url);

/** The indexer as a child process, started again when it is lost, until it is stopped or says that it cannot go on. */
export class IndexerProcess {
  readonly #options: IndexerProcessOptions;
  #child: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #pauseMs = firstPauseMs;
  #isOver = false;

  constructor(options: IndexerProcessOptions) {
    this.#options = options;
    this.#start();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(impatience);
  }

  #start(): void {
    const { data, models, threads, cache, offline, rebuild, environment } = this.#options;
    const flags = ['--data', data, '--models', models, '--threads', String(threads)];
    if (cache !== undefined) flags.push('--cache', cache);
    if (offline) flags.push('--offline');
    if (rebuild) flags.push('--rebuild');
    const child = fork(entry, flags, {
      execArgv: ['--disable-warning=ExperimentalWarning', ...(sources ? ['--conditions=source'] : [])],
      env: { ...environment, OPENAI_API_KEY: undefined, RERANK_API_KEY: undefined },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    let stderr = '';
    let isInterrupted = false;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-2000)));
    child.on('message', (report: IndexerReport) => {
      isInterrupted ||= report.type === 'interrupted';
      this.#receive(report);
    });
    child.once('close', () => this.#ended(isInterrupted ? undefined : stderr));
  }

  #receive(report: IndexerReport): void {
    if (report.type === 'words') this.#pauseMs = firstPauseMs;
    if (report.type === 'broken') this.#isOver = true;
    this.#options.report(report);
  }

  /** @param stderr what it printed; undefined when it has said itself why it ends */
  #ended(stderr: string | undefined): void {
    if (this.#isOver) return;
    if (stderr !== undefined) {
      const detail = stderr.split('\n').find((line) => /Error/.test(line)) ?? 'It ended without a word.';
      this.#options.report({ type: 'lost', detail: detail.trim() });
    }
    this.#restart = setTimeout(() => this.#start(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }
}

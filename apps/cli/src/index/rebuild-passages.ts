import type { Problem } from '@askg/contract';
import { Corpus, CorpusError } from '@askg/corpus';
import type { IndexerNews } from '@askg/ingest';
import { CliError } from '../cli-error.ts';
import { ForeignProblem } from '../server/foreign-problem.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import type { JsonOptions } from '../shell/json-options.ts';
import { problemLine } from '../shell/problem-line.ts';
import { count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { startIndexer } from './start-indexer.ts';

/**
 * Indexes everything anew: words, then vectors where there is a model.
 * @throws CorpusError corpus/not-found, corpus/locked while a server keeps the index; what else keeps the indexer from it
 */
export async function rebuildPassages(shell: Shell, options: JsonOptions): Promise<void> {
  const { data } = shell.config;
  if (!Corpus.exists(data)) throw new CorpusError('corpus/not-found', `${data} holds no corpus.`);
  const progress = shell.progress('Indexing');
  const rebuilding = new Rebuilding(shell);
  const interrupt = listenForInterrupt(() =>
    rebuilding.fail(new CliError('cli/stopped', 'The index is not complete.')),
  );
  const hear = (news: IndexerNews): void => {
    if (news.type === 'progress') progress.update(news.done, news.total, `${news.step} ${news.paper}`);
    else rebuilding.hear(news);
  };
  const indexer = startIndexer(shell, hear, { rebuild: true });
  try {
    await rebuilding.done;
  } finally {
    progress.end();
    interrupt.release();
    await indexer.stop();
  }
  const { words, vectors, failed, withoutModel } = rebuilding;
  if (withoutModel) shell.say(`No vectors: ${problemLine(withoutModel)}`);
  if (failed.length > 0) shell.exitCode = 1;
  if (options.json) return shell.printJson({ words, vectors, failed });
  for (const { paper, code, detail } of failed) shell.say(`${paper}: ${code}: ${detail}`);
  shell.print(`Indexed the words of ${count(words, 'paper')} and the vectors of ${vectors}.`);
}

/** Follows an indexer until there is nothing left for it to do. */
class Rebuilding {
  words = 0;
  vectors = 0;
  /** Why there are no vectors. */
  withoutModel: Problem | undefined;
  readonly failed: { paper: string; code: string; detail: string }[] = [];
  readonly #shell: Shell;
  readonly #ending = Promise.withResolvers<void>();
  #hasWords = false;

  constructor(shell: Shell) {
    this.#shell = shell;
  }

  get done(): Promise<void> {
    return this.#ending.promise;
  }

  fail(error: Error): void {
    this.#ending.reject(error);
  }

  hear(news: IndexerNews): void {
    switch (news.type) {
      case 'waiting':
        this.fail(new CorpusError('corpus/locked', `The passages are kept by ${this.#holder()}.`));
        break;
      case 'words':
        this.words += news.added;
        this.#hasWords = true;
        break;
      case 'vectors':
        this.vectors += news.added;
        this.#ending.resolve();
        break;
      case 'no-model':
      case 'no-vectors':
        this.withoutModel = news.problem;
        break;
      case 'failed':
        this.failed.push({ paper: news.paper, code: news.code, detail: news.detail });
        break;
      case 'broken':
      case 'interrupted':
        this.fail(new ForeignProblem(news.problem));
        break;
      case 'lost':
        this.fail(new CliError('cli/internal', `The indexer was lost: ${news.detail}`));
        break;
      case 'tokens':
      case 'no-tokens':
      case 'working':
      case 'progress':
      case 'fetching':
      case 'model':
        break;
    }
    if (this.#hasWords && this.withoutModel) this.#ending.resolve();
  }

  #holder(): string {
    const server = Corpus.runningServer(this.#shell.config.data);
    return server ? `the server at ${server.url} (process ${server.pid})` : 'another askg command';
  }
}

import { Corpus, CorpusError } from '@askg/corpus';
import { CliError } from '../cli-error.ts';
import { startIndexer } from '../index/start-indexer.ts';
import { newsTeller } from '../index/tell-news.ts';
import type { AddCommand } from '../program.ts';
import { ChildServer, type ServerEnd } from '../serve/child-server.ts';
import { loadDemo } from '../serve/demo.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { problemLine } from '../shell/problem-line.ts';
import type { Shell } from '../shell/shell.ts';
import { makeCorpusIfAbsent } from '../shell/with-corpus.ts';

export const serveCommand: AddCommand = (program, shell) => {
  program
    .command('serve')
    .description('Serve the corpus over HTTP until Ctrl-C; prints “listening on URL” once it can be asked.')
    .option('--demo', 'load the demo papers first if the corpus is empty (unless ASKG_DEMO=0)')
    .action((options: { demo?: true }) => serve(shell, options.demo === true));
};

async function serve(shell: Shell, demo: boolean): Promise<void> {
  const { config, surroundings } = shell;
  const other = Corpus.runningServer(config.data);
  if (other) throw new CorpusError('corpus/locked', `It is served already at ${other.url} (process ${other.pid}).`);
  makeCorpusIfAbsent(shell);
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  // Server and indexer start while papers load: both follow the corpus.
  const server = new ChildServer(surroundings.environment, (line) => shell.say(line));
  const tell = newsTeller(shell);
  // What the indexer does is of no interest where there is no server.
  const indexer = startIndexer(shell, (news) => {
    void server.url.then((url) => (url === undefined ? undefined : tell(news)));
  });
  const leave = new AbortController();
  const stop = AbortSignal.any([interrupt.stop, leave.signal]);
  stop.addEventListener('abort', () => void server.stop());
  try {
    const ended = endOf(server, leave);
    if (demo && config.loadDemo) await loadDemo(shell, stop);
    const url = await server.url;
    if (url !== undefined && !stop.aborted) shell.print(`listening on ${url}`);
    const end = await ended;
    if (!interrupt.stop.aborted) fail(shell, end, url !== undefined);
  } finally {
    leave.abort();
    await Promise.all([server.ended, indexer.stop()]);
    interrupt.release();
  }
}

/** Also ends what else is under way when the server ends. */
async function endOf(server: ChildServer, leave: AbortController): Promise<ServerEnd> {
  const end = await server.ended;
  leave.abort();
  return end;
}

/** The server has said itself why it could not start; what ended it later it may not have been able to say. */
function fail(shell: Shell, { code, signal }: ServerEnd, wasUp: boolean): void {
  shell.exitCode = code === 1 || code === 2 ? code : 3;
  if (!wasUp && signal === null) return;
  const how = signal === null ? `with code ${code}` : `by ${signal}`;
  shell.say(problemLine(new CliError('cli/server-ended', `It ended ${how}.`).toProblem()));
}

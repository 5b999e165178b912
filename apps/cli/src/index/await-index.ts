import type { Paper, Problem } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import type { IndexerNews, IndexerProcess } from '@askg/ingest';
import { CliError } from '../cli-error.ts';
import { ForeignProblem } from '../server/foreign-problem.ts';
import type { Shell } from '../shell/shell.ts';
import { startIndexer } from './start-indexer.ts';

/** How far papers shall have come. */
export type Wanted = 'indexed' | 'embedded';

const reached: Record<Wanted, readonly Paper['state'][]> = { indexed: ['indexed', 'embedded'], embedded: ['embedded'] };
const assurances: Record<Wanted, readonly IndexerNews['type'][]> = {
  indexed: ['words', 'waiting'],
  embedded: ['vectors', 'waiting'],
};
/** Milliseconds between looks at the papers: an indexer of another process does not report here. */
const pollMs = 100;

/**
 * Lets an indexer run until papers have come as far as wanted; another process may be the one that does the work.
 * @returns what failed, by paper
 * @throws the reason why it cannot be done: no model, an index that cannot be written; CliError cli/stopped
 */
export async function awaitIndex(
  shell: Shell,
  corpus: Corpus,
  keys: ReadonlySet<string>,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const progress = shell.progress(wanted === 'indexed' ? 'Indexing' : 'Embedding');
  const failed = new Map<string, string>();
  const ending = Promise.withResolvers<void>();
  // The catalog may speak of an index that is no more: the indexer has looked at it before it says one of these.
  let isSure = false;
  const isOver = (): boolean => {
    const papers = corpus.papers().filter(({ key }) => keys.has(key));
    const done = papers.filter(({ key, state }) => reached[wanted].includes(state) || failed.has(key)).length;
    progress.update(done, papers.length);
    return isSure && done === papers.length;
  };
  const hear = (news: IndexerNews): void => {
    if (news.type === 'failed') failed.set(news.paper, `${news.code}: ${news.detail}`);
    isSure ||= assurances[wanted].includes(news.type);
    const problem = hindrance(news, wanted);
    if (problem) ending.reject(new ForeignProblem(problem));
  };
  const stop = (): void => ending.reject(new CliError('cli/stopped', 'The papers are read, but not all are indexed.'));
  let indexer: IndexerProcess | undefined;
  let look: NodeJS.Timeout | undefined;
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) stop();
    indexer = startIndexer(shell, hear);
    look = setInterval(() => {
      if (isOver()) ending.resolve();
    }, pollMs);
    await ending.promise;
    return failed;
  } finally {
    clearInterval(look);
    signal.removeEventListener('abort', stop);
    progress.end();
    await indexer?.stop();
  }
}

function hindrance(news: IndexerNews, wanted: Wanted): Problem | undefined {
  if (news.type === 'broken' || news.type === 'interrupted') return news.problem;
  return (news.type === 'no-model' || news.type === 'no-vectors') && wanted === 'embedded' ? news.problem : undefined;
}

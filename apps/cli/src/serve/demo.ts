import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus } from '@askg/corpus';
import { enqueuePaths } from '@askg/ingest';
import { runIngest } from '../ingest/run-ingest.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';

export const demoFolder = fileURLToPath(new URL('../../../../demo/papers', import.meta.url));

/**
 * Reads the demo papers into a corpus that holds nothing else: into an empty one, and again into one where this was ended
 * halfway or where the stages have changed since.
 */
export async function loadDemo(shell: Shell, stop: AbortSignal): Promise<void> {
  await withCorpus(shell, {}, async (corpus) => {
    if (!holdsOnlyDemo(corpus)) return;
    const input = enqueuePaths(corpus, [demoFolder]);
    const report = await runIngest(shell, corpus, input, {
      label: 'Loading the demo papers',
      interrupt: { stop },
    });
    for (const { path, problem } of report.failures) shell.fail(problem, path);
  });
}

function holdsOnlyDemo(corpus: Corpus): boolean {
  const isDemo = ({ path }: { path: string }): boolean => resolve(path).startsWith(demoFolder);
  return corpus.jobs.list().every(isDemo) && corpus.papers().every(({ state }) => state !== 'removed');
}

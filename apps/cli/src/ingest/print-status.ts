import type { JsonOptions } from '../shell/json-options.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import { problemLine } from '../shell/problem-line.ts';

/** Number of files in each state, and the files that failed. */
export async function printStatus(shell: Shell, options: JsonOptions): Promise<void> {
  const { counts, failed } = await withCorpus(shell, { readOnly: true }, (corpus) => ({
    counts: corpus.jobs.counts(),
    failed: corpus.jobs.list().filter(({ state }) => state === 'failed'),
  }));
  if (options.json) return shell.printJson({ counts, failed });
  for (const line of table(Object.entries(counts).map(([state, n]) => [state, String(n)]))) shell.print(line);
  if (Object.keys(counts).length === 0) shell.say('No file was given yet.');
  for (const { path, problem } of failed) shell.print(`failed  ${path}  ${problem ? problemLine(problem) : ''}`);
}

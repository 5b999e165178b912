import { InvalidArgumentError } from 'commander';
import type { AddCommand } from '../program.ts';
import { comparisonLines } from '../rerankers/comparison-lines.ts';
import { type ComparisonOptions, runComparison } from '../rerankers/run-comparison.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import type { Shell } from '../shell/shell.ts';

export const rerankersCommand: AddCommand = (program, shell) => {
  const rerankers = program.command('rerankers').description('What orders passages after the search.');
  const command = rerankers
    .command('compare', { isDefault: true })
    .description('Ask questions whose answers are known of several back ends: quality, time, licences.')
    .option('--with <names>', 'words, vectors, chain, remote, models; by commas; by default all that are here', toNames)
    .option('--questions <FILE>', "questions with known sentences about this corpus; the demo's by default")
    .option('--data <DIR>', 'a test collection in the form of BEIR, in place of the corpus')
    .option('--index <DIR>', 'keep the index of that collection here, for the next time')
    .option('--sample <N>', 'so many of the questions', toCount)
    .option('-k <N>', 'passages that each reranker is given', toCount)
    .option('--seconds <N>', 'time for a question; no limit by default', toCount);
  addJsonOptions(command).action((options: ComparisonOptions & JsonOptions) => compare(shell, options));
};

async function compare(shell: Shell, options: ComparisonOptions & JsonOptions): Promise<void> {
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  try {
    const comparison = await runComparison(shell, options, interrupt.stop);
    if (comparison.backEnds.some(({ problem }) => problem !== undefined)) shell.exitCode = 1;
    if (options.json) return shell.printJson(comparison);
    const { set, embedder, backEnds } = comparison;
    const without = set.leftOut > 0 ? `, ${set.leftOut} without a known sentence here left out` : '';
    shell.say(`${set.questions} questions of ${set.name}${without}; found by ${embedder?.name ?? 'words alone'}`);
    for (const line of comparisonLines(backEnds)) shell.print(line);
  } finally {
    interrupt.release();
  }
}

function toNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('A whole number, 1 or more.');
  return count;
}

import { randomUUID } from 'node:crypto';
import type { EnrichmentReport } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { enrichPapers, estimateEnrichment } from '@askg/ingest';
import { CliError } from '../cli-error.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import type { Enriching } from './enriching.ts';
import { emptyReport, estimateLine, withEvent } from './enrichment-report.ts';

/** Says what enriching these papers will take, then does it within the budget, with a progress bar. */
export async function runEnrichment(
  shell: Shell,
  corpus: Corpus,
  keys: readonly string[],
  { chat, budget }: Enriching,
): Promise<EnrichmentReport> {
  const estimate = await estimateEnrichment(corpus, keys, chat.name);
  shell.say(estimateLine(estimate, chat.name));
  let report = emptyReport({ run: randomUUID(), model: chat.name, budget, estimate });
  const progress = shell.progress('Enriching');
  const interrupt = listenForInterrupt(() => progress.note('Stopping after this call; once more to stop at once.'));
  try {
    const signals = { stop: interrupt.stop, abort: interrupt.abort };
    let done = 0;
    for await (const event of enrichPapers({ corpus, keys, chat, budget, run: report.run, ...signals })) {
      report = withEvent(report, event);
      if (event.type === 'not-enriched') shell.fail(event.problem, event.key);
      if (event.type !== 'ended') progress.update(++done, estimate.papers, event.key);
    }
  } finally {
    progress.end();
    interrupt.release();
  }
  sayWhyEnded(shell, report);
  return report;
}

/** To keep to the budget is no failure; to be stopped is one, as it is while reading. */
function sayWhyEnded(shell: Shell, { why, left, tokens, budget }: EnrichmentReport): void {
  const papers = `${count(left, 'paper')} ${left === 1 ? 'is' : 'are'} left`;
  if (why === 'stopped') shell.fail(new CliError('cli/stopped', `${papers} to enrich.`).toProblem());
  if (why === 'halted') shell.say(`Enriching ended, as the chat server takes no calls: ${papers}.`);
  if (why === 'over-budget') {
    shell.say(
      `Enriching ended, as the next call might pass the budget (${tokens} of ${budget} tokens spent): ${papers}.`,
    );
  }
}

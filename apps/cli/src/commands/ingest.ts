import { Option } from 'commander';
import { type EnrichmentReport, Format } from '@askg/contract';
import { checkCollectionName, type Corpus } from '@askg/corpus';
import { enqueueAgain, enqueueFailed, enqueuePaths, type InputItem, requirePaths } from '@askg/ingest';
import { CliError } from '../cli-error.ts';
import { type Wanted, awaitIndex } from '../index/await-index.ts';
import type { IngestReport } from '../ingest/ingest-report.ts';
import { printStatus } from '../ingest/print-status.ts';
import { type Enriching, enrichingOf } from '../ingest/enriching.ts';
import { enrichmentLines } from '../ingest/enrichment-report.ts';
import { runEnrichment } from '../ingest/run-enrichment.ts';
import { runIngest } from '../ingest/run-ingest.ts';
import { watchPaths } from '../ingest/watch-paths.ts';
import type { AddCommand } from '../program.ts';
import { type Interrupt, listenForInterrupt } from '../shell/interrupt.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count, seconds } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus, withNewCorpus } from '../shell/with-corpus.ts';

type IngestOptions = JsonOptions & {
  as?: Format;
  again?: true;
  restoreRemoved?: true;
  watch?: true;
  poll?: string;
  wait?: Wanted;
  collection?: string;
  enrich?: 'llm';
  budget?: string;
};

export const ingestCommand: AddCommand = (program, shell) => {
  const command = program
    .command('ingest')
    .enablePositionalOptions()
    .description('Read papers into the corpus. Stopped or killed, the same command goes on where it was.')
    .argument('[PATH...]', 'files and folders')
    .addOption(new Option('--as <format>', 'the format of the files').choices(Format.options))
    .option('--again', 'read also what was read before; mends damaged graph files')
    .option('--restore-removed', 'let papers come back that were removed')
    .addOption(new Option('--wait <state>', 'how far papers must have come').choices(['indexed', 'embedded']))
    .addOption(
      new Option('--enrich <how>', 'let the chat model that is set up suggest entities and relations').choices(['llm']),
    )
    .option('--budget <tokens>', 'most tokens that --enrich may cost, input and output; 0 gives the estimate only')
    .option('--collection <name>', 'put the papers into this collection, which is made if it is not there')
    .option('--watch', 'stay, and read what comes or changes, until Ctrl-C')
    .option('--poll <seconds>', 'with --watch: look at every file so often, for folders of other machines');
  addJsonOptions(command, { lines: true }).action((paths: string[], options: IngestOptions) =>
    ingestPaths(shell, paths, options),
  );
  addJsonOptions(command.command('status').description('How far the files have come that were given.')).action(
    (options: JsonOptions) => printStatus(shell, options),
  );
  addJsonOptions(command.command('retry').description('Read the files again that could not be read.'), {
    lines: true,
  }).action((options: JsonOptions) =>
    withCorpus(shell, {}, (corpus) => run(shell, corpus, enqueueFailed(corpus), options)),
  );
  addJsonOptions(command.command('reindex').description('Read all papers anew, from their stored sources.'), {
    lines: true,
  })
    .addOption(new Option('--stage <stage>', 'begin at this stage').choices(['read', 'links']).default('read'))
    .action((options: JsonOptions & { stage: string }) => reindex(shell, options));
};

async function ingestPaths(shell: Shell, paths: readonly string[], options: IngestOptions): Promise<void> {
  if (paths.length === 0) throw new CliError('cli/wrong-use', 'No file or folder was given.');
  const pollMs = pollMsOf(options);
  const { as, again = false, collection } = options;
  if (collection !== undefined) checkCollectionName(collection);
  const enriching = enrichingOf(shell, options);
  // Before a corpus is made for nothing.
  await requirePaths(paths);
  const more = { again, ...(as ? { as } : {}), ...(collection === undefined ? {} : { collection }) };
  const pass = (interrupt?: Interrupt, changed?: ReadonlySet<string>): Promise<void> =>
    withNewCorpus(shell, (corpus) => {
      const input = enqueuePaths(corpus, paths, { ...more, ...(changed ? { changed } : {}) });
      return run(shell, corpus, input, { ...options, ...(interrupt ? { interrupt } : {}) }, enriching);
    });
  if (!options.watch) return pass();
  await watchPaths(shell, paths, { pass, ...(pollMs === undefined ? {} : { pollMs }) });
}

/** @throws CliError cli/wrong-use */
function pollMsOf({ watch, poll, json }: IngestOptions): number | undefined {
  if (watch && json) throw new CliError('cli/wrong-use', '--watch has no end to print JSON at: take --jsonl.');
  if (poll === undefined) return undefined;
  if (!watch) throw new CliError('cli/wrong-use', '--poll needs --watch beside it.');
  const every = Number(poll);
  if (!(every >= 1 && every <= 86_400)) throw new CliError('cli/wrong-use', `${poll} is not a number of seconds.`);
  return every * 1000;
}

async function reindex(shell: Shell, options: JsonOptions & { stage: string }): Promise<void> {
  await withCorpus(shell, {}, async (corpus) => {
    if (options.stage === 'read') return run(shell, corpus, enqueueAgain(corpus), options);
    const { unchanged } = await corpus.updateLinks();
    if (options.json) return shell.printJson({ links: { unchanged } });
    shell.print(unchanged ? 'The links were up to date.' : 'The links were derived anew.');
  });
}

async function run(
  shell: Shell,
  corpus: Corpus,
  input: AsyncIterable<InputItem>,
  options: IngestOptions & { interrupt?: Interrupt },
  enriching?: Enriching,
): Promise<void> {
  const start = shell.now();
  const report = await runIngest(shell, corpus, input, {
    label: 'Reading',
    restoreRemoved: options.restoreRemoved ?? false,
    ...(options.interrupt ? { interrupt: options.interrupt } : {}),
  });
  for (const { path, problem } of report.failures) shell.fail(problem, path);
  if (report.left !== undefined) {
    shell.fail(new CliError('cli/stopped', `${count(report.left, 'file')} are left.`).toProblem());
  } else if (options.wait) await waitFor(shell, corpus, report, options.wait);
  const read = summary(report, shell.now() - start);
  const enrichment =
    enriching && report.left === undefined ? await enrich(shell, corpus, report, enriching) : undefined;
  const papers = report.papers(corpus);
  if (options.json) return shell.printJson(enriching ? { papers, enrichment: enrichment ?? null } : papers);
  if (options.jsonl) {
    for (const paper of papers) shell.printJsonLine(paper);
    if (enrichment) shell.printJsonLine({ enrichment });
    return;
  }
  for (const line of [...read, ...(enrichment ? enrichmentLines(enrichment) : [])]) shell.print(line);
}

function enrich(shell: Shell, corpus: Corpus, report: IngestReport, enriching: Enriching): Promise<EnrichmentReport> {
  const keys = report.papers(corpus).flatMap(({ key, state }) => (state === 'failed' ? [] : [key]));
  return runEnrichment(shell, corpus, keys, enriching);
}

async function waitFor(shell: Shell, corpus: Corpus, report: IngestReport, wanted: Wanted): Promise<void> {
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  try {
    const keys = report.papers(corpus).flatMap(({ key, state }) => (state === 'failed' ? [] : [key]));
    const failed = await awaitIndex(shell, corpus, new Set(keys), wanted, interrupt.stop);
    for (const [paper, why] of failed) {
      shell.exitCode = 1;
      shell.say(`${paper} could not be indexed: ${why}`);
    }
  } finally {
    interrupt.release();
  }
}

function summary(report: IngestReport, ms: number): string[] {
  const parts = [
    `${count(report.read, 'paper')} read in ${seconds(ms)}`,
    `${report.already} already there`,
    `${report.failures.length} failed`,
    `${count(report.skipped.length, 'file')} skipped`,
  ];
  return [
    parts.join(', '),
    ...report.skippedByReason().map(([reason, files]) => `skipped ${count(files, 'file')}: ${reason}`),
  ];
}

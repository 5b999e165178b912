import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { StatusDate, StatusStatement } from '@askg/contract';
import { CorpusError, type FeedReport, readFeed, type SetStatus } from '@askg/corpus';
import { CliError } from '../cli-error.ts';
import { entryCells, feedLines, shownRows, statusLine } from '../papers/status-lines.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';
import { withCorpus } from '../shell/with-corpus.ts';

type StatusOptions = JsonOptions & {
  notice?: string;
  date?: string;
  reason?: string;
  clear?: true;
  undo?: string;
  feed?: string;
  source?: string;
};

/** Adds `papers status`: what became of papers after they came out, by hand and by feeds. */
export function addStatusCommand(papers: Command, shell: Shell): void {
  const command = papers
    .command('status')
    .description('Show or say what became of papers after they came out: retracted, withdrawn, corrected …')
    .argument('[KEY]', 'key, DOI or arXiv id of a paper; without it, all that are not in good standing')
    .argument('[STATUS]', StatusStatement.shape.status.options.join(', '))
    .option('--notice <DOI>', 'DOI or address of the notice')
    .option('--date <YYYY-MM-DD>', 'date of the notice')
    .option('--reason <words>', 'why')
    .option('--clear', 'say that the paper is in good standing, whatever was said before')
    .option('--undo <number>', 'take back what was said under this number')
    .option(
      '--feed <file>',
      'read the CSV file of Retraction Watch, or JSON lines {doi, status, date?, notice?, reason?}',
    )
    .option('--source <name>', 'with --feed: the name under which it is kept');
  addJsonOptions(command).action((key: string | undefined, status: string | undefined, options: StatusOptions) =>
    run(shell, key, status, options),
  );
}

async function run(
  shell: Shell,
  key: string | undefined,
  status: string | undefined,
  options: StatusOptions,
): Promise<void> {
  const { clear, undo, feed, source } = options;
  const ways = [status, clear, undo, feed].filter((way) => way !== undefined).length;
  const isOdd =
    ways > 1 ||
    (key !== undefined && (undo ?? feed) !== undefined) ||
    (key === undefined && clear !== undefined) ||
    (source !== undefined && feed === undefined) ||
    (status === undefined && clear === undefined && (options.notice ?? options.date ?? options.reason) !== undefined);
  if (isOdd) {
    throw new CliError('cli/wrong-use', 'Give KEY STATUS, KEY --clear, --undo NUMBER, --feed FILE, KEY, or nothing.');
  }
  if (feed !== undefined) return readFile(shell, feed, options);
  if (undo !== undefined) {
    const number = numberOf(undo);
    return told(shell, options, await withCorpus(shell, {}, (corpus) => corpus.statuses.undo(number)));
  }
  if (key === undefined) return list(shell, options);
  if (status === undefined && clear === undefined) return show(shell, key, options);
  const statement = statementBy(status ?? 'none', options);
  const done = await withCorpus(shell, {}, (corpus) => corpus.statuses.set(key, statement));
  told(shell, options, done);
  if (!options.json) shell.print(`\`askg papers status --undo ${done.entry.id}\` takes it back.`);
}

function statementBy(status: string, { date, reason, notice }: StatusOptions): StatusStatement {
  if (date !== undefined && !StatusDate.safeParse(date).success) {
    throw new CliError('cli/wrong-use', `--date ${date}: it has to be YYYY-MM-DD, YYYY-MM or YYYY.`);
  }
  const said = StatusStatement.safeParse({
    status,
    ...(date === undefined ? {} : { date }),
    ...(reason === undefined ? {} : { reason }),
    ...(notice === undefined ? {} : { notice }),
  });
  if (said.success) return said.data;
  const faults = said.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new CliError('cli/wrong-use', faults.join('; '));
}

async function list(shell: Shell, options: JsonOptions): Promise<void> {
  const papers = await withCorpus(shell, { readOnly: true }, (corpus) =>
    corpus.papers().flatMap(({ key, title, status }) => (status ? [{ key, title: title ?? '', status }] : [])),
  );
  if (options.json) return shell.printJson(papers);
  if (papers.length === 0) return shell.say('All papers are in good standing, as far as is known here.');
  for (const line of table(
    papers.map(({ key, title, status }) => [key, title, statusLine(status)]),
    200,
  )) {
    shell.print(line);
  }
}

async function show(shell: Shell, name: string, options: JsonOptions): Promise<void> {
  const shown = await withCorpus(shell, { readOnly: true }, (corpus) => {
    const paper = corpus.paper(name);
    if (!paper) throw new CorpusError('corpus/unknown-paper', `Nothing is known by the name ${name}.`);
    const { key, status } = paper;
    return { key, ...(status ? { status } : {}), history: corpus.statuses.history(key) };
  });
  if (options.json) return shell.printJson(shown);
  shell.print(`${shown.key}: ${shown.status ? statusLine(shown.status) : 'in good standing, as far as is known here'}`);
  for (const line of table(shown.history.map(entryCells), 200)) shell.print(line);
}

function told(shell: Shell, options: JsonOptions, done: SetStatus): void {
  if (options.json) return shell.printJson(done);
  if (done.key === '') return shell.print(`${done.entry.work}: taken back.`);
  shell.print(`${done.key}: ${done.status ? statusLine(done.status) : 'in good standing'}`);
}

async function readFile(shell: Shell, path: string, options: StatusOptions): Promise<void> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new CliError('cli/unreadable', `There is no file ${path}.`);
  }
  const { source } = options;
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  const progress = shell.progress('Reading the feed');
  let report: FeedReport;
  try {
    report = await withCorpus(shell, {}, (corpus) =>
      readFeed(corpus.statuses, path, {
        signal: interrupt.stop,
        onProgress: (rows) => progress.update(rows, undefined, 'rows'),
        ...(source === undefined ? {} : { source }),
      }),
    );
  } finally {
    progress.end();
    interrupt.release();
  }
  if (report.malformed.length > 0 || report.isStopped) shell.exitCode = 1;
  if (options.json) return shell.printJson(report);
  for (const { line, reason } of report.malformed.slice(0, shownRows)) shell.say(`line ${line}: ${reason}`);
  if (report.malformed.length > shownRows) shell.say(`and ${report.malformed.length - shownRows} more: see --json`);
  for (const line of feedLines(report)) shell.print(line);
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new CliError('cli/wrong-use', `${text} is not the number of a statement.`);
  return Number(text);
}

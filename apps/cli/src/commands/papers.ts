import { type Paper, statusWords } from '@askg/contract';
import { CorpusError } from '@askg/corpus';
import { statusLine } from '../papers/status-lines.ts';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { problemLine } from '../shell/problem-line.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import { addStatusCommand } from './papers-status.ts';

export const papersCommand: AddCommand = (program, shell) => {
  const papers = program.command('papers').description('What the corpus holds.');
  addJsonOptions(
    papers
      .command('list', { isDefault: true })
      .description('List all papers, and the files that wait or failed.')
      .option('--collection <name>', 'only the papers of this collection'),
    { lines: true },
  ).action((options: JsonOptions & { collection?: string }) => list(shell, options));
  addJsonOptions(
    papers.command('show').description('Show one paper.').argument('<KEY>', 'its key, DOI or arXiv id'),
  ).action((name: string, options: JsonOptions) => show(shell, name, options));
  addJsonOptions(
    papers.command('rm').description('Take a paper out of the corpus.').argument('<KEY>', 'its key, DOI or arXiv id'),
  ).action((name: string, options: JsonOptions) => remove(shell, name, options));
  addStatusCommand(papers, shell);
};

async function list(shell: Shell, options: JsonOptions & { collection?: string }): Promise<void> {
  const { collection } = options;
  const papers = await withCorpus(shell, { readOnly: true }, (corpus) => {
    const wanted = collection === undefined ? undefined : new Set(corpus.collections.papers(collection));
    return corpus.papers().filter(({ key }) => wanted?.has(key) ?? true);
  });
  if (options.json) return shell.printJson(papers);
  if (options.jsonl) return papers.forEach((paper) => shell.printJsonLine(paper));
  if (papers.length === 0) {
    return shell.say(
      collection === undefined ? 'No papers yet: `askg ingest PATH` reads some.' : 'It holds no papers.',
    );
  }
  for (const line of table(papers.map((paper) => [paper.key, paper.state, toldTitle(paper)]))) {
    shell.print(line);
  }
}

function toldTitle({ problem, title = '', status }: Paper): string {
  return problem?.code ?? `${status ? `(${statusWords(status)}) ` : ''}${title}`;
}

async function show(shell: Shell, name: string, options: JsonOptions): Promise<void> {
  const paper = await withCorpus(
    shell,
    { readOnly: true },
    (corpus) => corpus.paper(name) ?? corpus.papers().find(({ key, source }) => key === name || source === name),
  );
  if (!paper) throw new CorpusError('corpus/unknown-paper', `Nothing is known by the name ${name}.`);
  if (options.json) return shell.printJson(paper);
  for (const line of table(factsOf(paper), 200)) shell.print(line);
}

function factsOf(paper: Paper): string[][] {
  return [
    ['key', paper.key],
    ...(paper.title === undefined ? [] : [['title', paper.title]]),
    ...paper.aliases.map((alias) => ['also', alias]),
    ['state', paper.state],
    ...(paper.status === undefined ? [] : [['status', statusLine(paper.status)]]),
    ['format', paper.format],
    ['version', String(paper.version)],
    ['source', paper.source],
    ...(paper.graphDigest === undefined ? [] : [['graph', paper.graphDigest]]),
    ...Object.entries(paper.ms).map(([stage, ms]) => ['took', `${stage} ${ms} ms`]),
    ...paper.findings.map(({ severity, code, message, amount }) => [
      severity,
      `${code}: ${message}${amount === undefined ? '' : ` (${amount})`}`,
    ]),
    ...(paper.problem === undefined ? [] : [['problem', problemLine(paper.problem)]]),
  ];
}

async function remove(shell: Shell, name: string, options: JsonOptions): Promise<void> {
  const removed = await withCorpus(shell, {}, (corpus) => corpus.removePaper(name));
  if (options.json) return shell.printJson(removed);
  shell.print(`Removed ${removed.key}; its files go with the next \`askg gc\`.`);
}

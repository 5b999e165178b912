import type { Answer } from '@askg/contract';
import {
  answerCrate,
  answerFormats,
  type Corpus,
  type CrateFile,
  type ExportFormat,
  exportedAnswer,
  exportedPaper,
  exportFormats,
  paperCrate,
  paperFormats,
} from '@askg/corpus';
import { Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { writeCrate } from '../export/write-crate.ts';
import type { AddCommand } from '../program.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';

type Format = ExportFormat | keyof typeof answerFormats;
type ExportOptions = { format: Format; out?: string };
type CrateOptions = { day: string; version: string };

/** What papers and answers are given out as, each once. */
const formats = [
  ...new Set<Format>([...exportFormats, ...(Object.keys(answerFormats) as (keyof typeof answerFormats)[])]),
];

/** What is given out: one text, or the files of a crate. */
type Exported = string | CrateFile[];

export const exportCommand: AddCommand = (program, shell) => {
  program
    .command('export')
    .description(
      'Give a paper or an answer out as a graph, as text, as a table, as bibliographic records, or as an RO-Crate.',
    )
    .argument('<KEY|ANSWER>', 'key, DOI or arXiv id of a paper, or id of an answer')
    .addOption(new Option('--format <format>', 'what to write').choices(formats).makeOptionMandatory())
    .option('--out <DIR>', 'folder of the RO-Crate, absent or empty')
    .action((name: string, options: ExportOptions) => give(shell, name, options, program.version() ?? 'unknown'));
};

async function give(shell: Shell, name: string, { format, out }: ExportOptions, version: string): Promise<void> {
  if ((format === 'ro-crate') !== (out !== undefined)) {
    const detail = out === undefined ? 'An RO-Crate needs --out DIR.' : 'Only an RO-Crate is written to a folder.';
    throw new CliError('cli/wrong-use', detail);
  }
  const about = { day: new Date().toISOString().slice(0, 10), version };
  const exported = await withCorpus(shell, { readOnly: true }, (corpus) => {
    // A key or identifier of a paper is never an id of an answer: those are random.
    const answer = corpus.resolve(name) === undefined ? corpus.answers.get(name) : undefined;
    return answer ? answerAs(corpus, answer, format, about) : paperAs(corpus, name, format, about);
  });
  if (typeof exported === 'string') return shell.write(exported);
  for (const file of await writeCrate(out ?? '.', exported)) shell.print(file);
}

async function paperAs(corpus: Corpus, name: string, format: Format, about: CrateOptions): Promise<Exported> {
  if (format === 'csv') {
    throw new CliError('cli/wrong-use', `Only an answer is given out as csv, and ${name} is the id of none.`);
  }
  const paper = await exportedPaper(corpus, name);
  return format === 'ro-crate' ? paperCrate(corpus, paper, about) : paperFormats[format](paper);
}

async function answerAs(corpus: Corpus, answer: Answer, format: Format, about: CrateOptions): Promise<Exported> {
  if (format === 'turtle' || format === 'nquads') {
    throw new CliError(
      'cli/wrong-use',
      'An answer is given out as markdown, csv, bibtex, ris, csl, jsonld or ro-crate.',
    );
  }
  const exported = await exportedAnswer(corpus, answer);
  return format === 'ro-crate' ? answerCrate(exported, about) : answerFormats[format](exported);
}

import { Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { writeCrate } from '../export/crate/write-crate.ts';
import { type ExportFormat, exportFormats, textFormats } from '../export/export-formats.ts';
import { exportedPaper } from '../export/exported-paper.ts';
import type { AddCommand } from '../program.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';

type ExportOptions = { format: ExportFormat; out?: string };

export const exportCommand: AddCommand = (program, shell) => {
  program
    .command('export')
    .description('Give a paper out as a graph, as text, as a bibliographic record, or with its file as an RO-Crate.')
    .argument('<KEY>', 'its key, DOI or arXiv id')
    .addOption(new Option('--format <format>', 'what to write').choices(exportFormats).makeOptionMandatory())
    .option('--out <DIR>', 'folder of the RO-Crate, absent or empty')
    .action((name: string, options: ExportOptions) =>
      exportPaper(shell, name, options, program.version() ?? 'unknown'),
    );
};

async function exportPaper(shell: Shell, name: string, { format, out }: ExportOptions, version: string): Promise<void> {
  if ((format === 'ro-crate') !== (out !== undefined)) {
    const detail = out === undefined ? 'An RO-Crate needs --out DIR.' : 'Only an RO-Crate is written to a folder.';
    throw new CliError('cli/wrong-use', detail);
  }
  await withCorpus(shell, { readOnly: true }, async (corpus) => {
    const paper = await exportedPaper(corpus, name);
    if (format !== 'ro-crate') return shell.write(textFormats[format](paper));
    const day = new Date().toISOString().slice(0, 10);
    for (const file of await writeCrate(corpus, paper, out ?? '.', { day, version })) shell.print(file);
  });
}

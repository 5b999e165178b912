import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { bytes, count } from '../shell/quantities.ts';
import { withCorpus } from '../shell/with-corpus.ts';

export const gcCommand: AddCommand = (program, shell) => {
  const command = program
    .command('gc')
    .description(
      'Forget the graphs of earlier commits and delete what nothing names. Nobody else may have the corpus open.',
    );
  addJsonOptions(command).action(async (options: JsonOptions) => {
    const report = await withCorpus(shell, { exclusive: true }, (corpus) => corpus.gc());
    if (options.json) return shell.printJson(report);
    shell.print(`Deleted ${count(report.files, 'file')}, ${bytes(report.bytes)}.`);
  });
};

import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';
import { withCorpus } from '../shell/with-corpus.ts';

export const backupCommand: AddCommand = (program, shell) => {
  const command = program
    .command('backup')
    .description('Copy the corpus as it is now into a folder; on the same disk this costs next to nothing.')
    .argument('<DIR>', 'an empty folder, or one with an earlier backup');
  addJsonOptions(command).action(async (folder: string, options: JsonOptions) => {
    const manifest = await withCorpus(shell, { readOnly: true }, (corpus) => corpus.backup(folder));
    if (options.json) return shell.printJson(manifest);
    const { graphs, files, commit } = manifest;
    shell.print(`Saved commit ${commit} in ${folder}: ${count(graphs, 'graph')}, ${count(files, 'file')}.`);
  });
};

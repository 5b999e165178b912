import { restore } from '@askg/corpus';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';

export const restoreCommand: AddCommand = (program, shell) => {
  const command = program
    .command('restore')
    .description('Put a backup in the place of the corpus. It is proved whole first; the corpus that is there goes.')
    .argument('<DIR>', 'a folder made by `askg backup`');
  addJsonOptions(command).action(async (folder: string, options: JsonOptions) => {
    const manifest = await restore(folder, shell.config.data);
    if (options.json) return shell.printJson(manifest);
    shell.print(
      `Restored commit ${manifest.commit} into ${shell.config.data}: ${count(manifest.graphs, 'graph')}, all proved.`,
    );
  });
};

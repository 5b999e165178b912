import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';
import { withCorpus } from '../shell/with-corpus.ts';

export const rebaseCommand: AddCommand = (program, shell) => {
  const command = program
    .command('rebase')
    .description('Move all IRIs of the corpus under another base. Nobody else may have the corpus open.')
    .argument('<IRI>', 'such as https://papers.example.org/id/');
  addJsonOptions(command).action(async (to: string, options: JsonOptions) => {
    const moved = await withCorpus(shell, { exclusive: true }, async (corpus) => {
      const from = corpus.baseIri;
      return { from, to, graphs: await corpus.rebase(to) };
    });
    if (options.json) return shell.printJson(moved);
    shell.print(`Moved ${count(moved.graphs, 'graph')} from ${moved.from} to ${to}.`);
  });
};

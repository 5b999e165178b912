import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';
import { withCorpus } from '../shell/with-corpus.ts';

export const collectionsCommand: AddCommand = (program, shell) => {
  const collections = program
    .command('collections')
    .description('Named sets of papers, which can be asked, and opened to keys, by themselves.');
  addJsonOptions(collections.command('list', { isDefault: true }).description('List all collections.'), {
    lines: true,
  }).action((options: JsonOptions) => list(shell, options));
  addJsonOptions(collections.command('show').description('Show the papers of a collection.').argument('<NAME>')).action(
    (name: string, options: JsonOptions) => show(shell, name, options),
  );
  addJsonOptions(
    collections
      .command('add')
      .description('Put papers into a collection, which is made if it is not there.')
      .argument('<NAME>', 'lower-case letters, digits, - and _')
      .argument('<KEY...>', 'keys, DOIs or arXiv ids of papers'),
  ).action((name: string, keys: string[], options: JsonOptions) => add(shell, name, keys, options));
  addJsonOptions(
    collections
      .command('remove')
      .description('Take papers out of a collection; they stay in the corpus.')
      .argument('<NAME>')
      .argument('<KEY...>', 'keys, DOIs or arXiv ids of papers'),
  ).action((name: string, keys: string[], options: JsonOptions) => remove(shell, name, keys, options));
  addJsonOptions(
    collections
      .command('delete')
      .description('Delete a collection; its papers stay in the corpus, and keys lose it for good.')
      .argument('<NAME>'),
  ).action((name: string, options: JsonOptions) => drop(shell, name, options));
};

async function list(shell: Shell, options: JsonOptions): Promise<void> {
  const all = await withCorpus(shell, { readOnly: true }, (corpus) => corpus.collections.list());
  const shown = all.map(({ name, created, papers }) => ({ name, created, papers }));
  if (options.json) return shell.printJson(shown);
  if (options.jsonl) return shown.forEach((each) => shell.printJsonLine(each));
  if (shown.length === 0) return shell.say('No collections yet: `askg collections add NAME KEY…` makes one.');
  for (const line of table(shown.map(({ name, papers }) => [name, count(papers, 'paper')]))) shell.print(line);
}

async function show(shell: Shell, name: string, options: JsonOptions): Promise<void> {
  const { papers, titles } = await withCorpus(shell, { readOnly: true }, (corpus) => {
    const keys = corpus.collections.papers(name);
    return { papers: keys, titles: keys.map((key) => corpus.paper(key)?.title ?? '') };
  });
  if (options.json) return shell.printJson({ name, papers });
  if (papers.length === 0) return shell.say('It holds no papers.');
  for (const line of table(papers.map((key, i) => [key, titles[i] ?? '']))) shell.print(line);
}

async function add(shell: Shell, name: string, keys: readonly string[], options: JsonOptions): Promise<void> {
  const { isNew, added } = await withCorpus(shell, {}, ({ collections }) => {
    const isKnown = collections.idOf(name) !== undefined;
    return { isNew: !isKnown, added: collections.add(name, keys) };
  });
  if (options.json) return shell.printJson({ name, isNew, added });
  shell.print(`${isNew ? 'Made' : 'Added to'} ${name}: ${count(added, 'new paper')}.`);
}

async function remove(shell: Shell, name: string, keys: readonly string[], options: JsonOptions): Promise<void> {
  const removed = await withCorpus(shell, {}, ({ collections }) => collections.remove(name, keys));
  if (options.json) return shell.printJson({ name, removed });
  shell.print(`Took ${count(removed, 'paper')} out of ${name}.`);
}

async function drop(shell: Shell, name: string, options: JsonOptions): Promise<void> {
  await withCorpus(shell, {}, ({ collections }) => collections.delete(name));
  if (options.json) return shell.printJson({ name });
  shell.print(`Deleted ${name}; its papers stay.`);
}

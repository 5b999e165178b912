import { InvalidArgumentError } from 'commander';
import type { ApiKey } from '@askg/corpus';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';
import { withCorpus, withNewCorpus } from '../shell/with-corpus.ts';

type AddOptions = JsonOptions & { label: string; collections?: string[]; askModel?: true; curate?: true };

export const keysCommand: AddCommand = (program, shell) => {
  const keys = program.command('keys').description('Keys for programs that ask the server over HTTP.');
  addJsonOptions(keys.command('list', { isDefault: true }).description('List all keys, without their secrets.'), {
    lines: true,
  }).action((options: JsonOptions) => list(shell, options));
  addJsonOptions(
    keys
      .command('add')
      .description('Make a key. Its secret is shown once, and kept nowhere.')
      .requiredOption('--label <text>', 'who uses it, and for what')
      .option(
        '--collections <names>',
        'the collections that it reads, divided by commas; all papers without it',
        toNames,
      )
      .option('--ask-model', 'let it have questions answered by the chat model, which may cost money')
      .option('--curate', 'let it say what became of papers, such as that they are retracted'),
  ).action((options: AddOptions) => add(shell, options));
  addJsonOptions(
    keys.command('revoke').description('Close a key for good.').argument('<ID>', 'as `askg keys` lists it'),
  ).action((id: string, options: JsonOptions) => revoke(shell, id, options));
};

function toNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Names divided by commas.');
  return names;
}

async function add(shell: Shell, { label, collections, askModel, curate, json }: AddOptions): Promise<void> {
  const key = await withNewCorpus(shell, async (corpus) =>
    corpus.keys.add({
      label,
      ...(collections === undefined ? {} : { collections }),
      scopes: [...(askModel ? (['ask-model'] as const) : []), ...(curate ? (['curate'] as const) : [])],
    }),
  );
  if (json) return shell.printJson(key);
  shell.print(key.secret);
  shell.say(`Key ${key.id} reads ${reach(key)}. Keep the line above: it is not shown again.`);
}

async function list(shell: Shell, options: JsonOptions): Promise<void> {
  const keys = await withCorpus(shell, { readOnly: true }, (corpus) => corpus.keys.list());
  if (options.json) return shell.printJson(keys);
  if (options.jsonl) return keys.forEach((key) => shell.printJsonLine(key));
  if (keys.length === 0) return shell.say('No keys: `askg keys add --label TEXT` makes one.');
  const rows = keys.map((key) => [key.id, key.revoked === undefined ? '' : 'revoked', key.label, reach(key)]);
  for (const line of table(rows)) shell.print(line);
}

async function revoke(shell: Shell, id: string, options: JsonOptions): Promise<void> {
  const key = await withCorpus(shell, {}, (corpus) => corpus.keys.revoke(id));
  if (options.json) return shell.printJson(key);
  shell.print(`Revoked ${key.id} (${key.label}); it opens nothing from now on.`);
}

function reach({ collections, scopes }: ApiKey): string {
  const papers =
    collections === undefined ? 'all papers' : collections.join(', ') || 'nothing: its collections are gone';
  const rights = [
    ...(scopes.includes('ask-model') ? ['may ask the chat model'] : []),
    ...(scopes.includes('curate') ? ['may say what became of papers'] : []),
  ];
  return [papers, ...rights].join('; ');
}

import { addModel, defaultEmbedder } from '@askg/inference';
import { modelStore } from '../models/model-store.ts';
import type { AddCommand } from '../program.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { bytes } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';

export const modelsCommand: AddCommand = (program, shell) => {
  const models = program.command('models').description('The models that run on this machine.');
  addJsonOptions(models.command('list', { isDefault: true }).description('List them, and which are here.')).action(
    (options: JsonOptions) => list(shell, options),
  );
  addJsonOptions(models.command('fetch').description('Fetch a model; what is here already is proved by its digest.'))
    .argument('[NAME]', 'a name from `askg models list`', defaultEmbedder)
    .action((name: string, options: JsonOptions) => fetchModel(shell, name, options));
  addJsonOptions(models.command('verify').description('Prove the files of a model by their digests.'))
    .argument('[NAME]', 'a name from `askg models list`', defaultEmbedder)
    .action((name: string, options: JsonOptions) => verify(shell, name, options));
  addJsonOptions(models.command('add').description('Add a model of your own, with the digests of its files.'))
    .argument('<FOLDER>', 'holds its files and an askg-model.json: see docs/guides/rerankers.md')
    .action((folder: string, options: JsonOptions) => add(shell, folder, options));
};

async function list(shell: Shell, options: JsonOptions): Promise<void> {
  const models = await modelStore(shell).list();
  if (options.json) return shell.printJson(models);
  const rows = models.map(({ name, state, isDefault, kind, bytes: size, licence, commercial, origin }) => [
    name,
    isDefault ? `${state} (default)` : state,
    kind,
    bytes(size),
    commercial ? licence : `${licence} (non-commercial)`,
    origin,
  ]);
  for (const line of table(rows)) shell.print(line);
}

async function fetchModel(shell: Shell, name: string, options: JsonOptions): Promise<void> {
  const progress = shell.progress(`Fetching ${name}`);
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  try {
    const model = await modelStore(shell).fetch(name, {
      signal: interrupt.stop,
      offline: shell.config.offline,
      progress: ({ bytes: done, total, file, source }) => progress.update(done, total, `${file} from ${source}`),
    });
    progress.end();
    if (options.json) return shell.printJson(model);
    shell.print(`${model.name} is here: ${model.folder}`);
  } finally {
    progress.end();
    interrupt.release();
  }
}

async function verify(shell: Shell, name: string, options: JsonOptions): Promise<void> {
  const faults = await modelStore(shell).verify(name);
  if (faults.length > 0) shell.exitCode = 1;
  if (options.json) return shell.printJson({ ok: faults.length === 0, faults });
  for (const { file, fault } of faults) shell.print(`${file}: ${fault}`);
  shell.print(faults.length === 0 ? `${name} is whole.` : `\`askg models fetch ${name}\` mends it.`);
}

async function add(shell: Shell, folder: string, options: JsonOptions): Promise<void> {
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  try {
    const model = await addModel(shell.config.models, folder, interrupt.stop);
    if (options.json) return shell.printJson(model);
    shell.print(`${model.name} (${model.kind}) is in ${shell.config.models}.`);
  } finally {
    interrupt.release();
  }
}

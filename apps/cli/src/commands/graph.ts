import { compactShapes, voidOfDescription } from '@askg/graph';
import { addedGraphs } from '../graph/added-graphs.ts';
import type { AddCommand } from '../program.ts';
import { request } from '../server/request.ts';
import { withServer } from '../server/with-server.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';

type AddGraphOptions = JsonOptions & { file?: boolean };
type DescribeGraphOptions = JsonOptions & { refresh?: boolean; void?: boolean };

export const graphCommand: AddCommand = (program, shell) => {
  const graph = program.command('graph').description('Other graphs, which can be asked with `askg ask --graph NAME`.');
  addJsonOptions(
    graph
      .command('add')
      .description('Describe a SPARQL endpoint, or files, and keep what was found, so that it can be asked.')
      .argument('<NAME>', 'lower-case letters, digits, - and _')
      .argument('<URL...>', 'address of the query endpoint; with --file, files in Turtle, N-Triples, TriG or N-Quads')
      .option('--file', 'the graph is in files, whose triples are kept here'),
  ).action((name: string, sources: string[], options: AddGraphOptions) => add(shell, name, sources, options));
  addJsonOptions(graph.command('list', { isDefault: true }).description('List the graphs that were added.')).action(
    (options: JsonOptions) => list(shell, options),
  );
  addJsonOptions(
    graph
      .command('describe')
      .description('Show the classes of a graph with their properties; without a name, VoID of the corpus.')
      .argument('[NAME]')
      .option('--refresh', 'describe it anew')
      .option('--void', 'as N-Quads in VoID'),
  ).action((name: string | undefined, options: DescribeGraphOptions) => describe(shell, name, options));
  addJsonOptions(graph.command('rm').description('Remove a graph that was added.').argument('<NAME>')).action(
    (name: string, options: JsonOptions) => remove(shell, name, options),
  );
};

async function add(shell: Shell, name: string, sources: readonly string[], options: AddGraphOptions): Promise<void> {
  const [url = ''] = sources;
  const isFile = options.file === true;
  const source = isFile ? { files: sources } : { url: sources.length > 1 ? '' : url };
  const graphs = await addedGraphs(shell);
  const entry = await describing(shell, (more) => graphs.add(name, source, more));
  if (options.json) return shell.printJson(entry);
  shell.print(
    `Added ${entry.name} (${entry.triples === undefined ? 'size unknown' : count(entry.triples, 'triple')}). Ask it with: askg ask --graph ${entry.name} QUESTION`,
  );
}

async function list(shell: Shell, options: JsonOptions): Promise<void> {
  const all = await (await addedGraphs(shell)).list();
  if (options.json) return shell.printJson(all);
  if (all.length === 0) return shell.say('No other graphs yet: `askg graph add NAME URL` adds one.');
  const rows = all.map(({ name, source, triples, described }) => [
    name,
    source,
    triples === undefined ? '' : count(triples, 'triple'),
    described.slice(0, 10),
  ]);
  for (const line of table(rows)) shell.print(line);
}

async function describe(shell: Shell, name: string | undefined, options: DescribeGraphOptions): Promise<void> {
  if (name === undefined) return describeCorpus(shell, options);
  const graphs = await addedGraphs(shell);
  if (options.refresh === true) await describing(shell, (more) => graphs.refresh(name, more));
  const description = await graphs.description(name);
  if (options.json) return shell.printJson(description);
  if (options.void === true) return shell.write(voidOfDescription(description, `urn:askg:graph:${name}`));
  shell.print(`${name}: ${description.source}, described on ${description.described.slice(0, 10)}`);
  for (const line of compactShapes(description)) shell.print(line);
  for (const { part, reason } of description.missing) shell.say(`Not known: ${part}. ${reason}`);
}

async function describeCorpus(shell: Shell, { json }: JsonOptions): Promise<void> {
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  try {
    const headers = { accept: json ? 'application/ld+json' : 'text/turtle' };
    const text = await withServer(shell, interrupt.stop, async (server) =>
      (await request(server, { path: '/void', headers, signal: interrupt.stop })).text(),
    );
    shell.write(text.endsWith('\n') ? text : `${text}\n`);
  } finally {
    interrupt.release();
  }
}

async function remove(shell: Shell, name: string, options: JsonOptions): Promise<void> {
  await (await addedGraphs(shell)).remove(name);
  if (options.json) return shell.printJson({ name });
  shell.print(`Removed ${name}.`);
}

type More = { signal: AbortSignal; progress: (done: number, of: number) => void };

async function describing<T>(shell: Shell, work: (more: More) => Promise<T>): Promise<T> {
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  const progress = shell.progress('Describing');
  try {
    return await work({ signal: interrupt.stop, progress: (done, of) => progress.update(done, of) });
  } finally {
    progress.end();
    interrupt.release();
  }
}

import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import { Corpus } from '@askg/corpus';
import { anyService, guardQuery, resultFormats } from '@askg/graph';
import { CliError } from '../cli-error.ts';
import type { AddCommand } from '../program.ts';
import { answer } from '../query/query-target.ts';
import { resultLines } from '../query/result-table.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import type { Shell } from '../shell/shell.ts';

type QueryOptions = JsonOptions & { format?: string; collection?: string };

const jsonResults = 'application/sparql-results+json';
const formats = [...resultFormats.bindings, ...resultFormats.graph];

export const queryCommand: AddCommand = (program, shell) => {
  const command = program
    .command('query')
    .description('Ask the graph in SPARQL, through the running server if there is one.')
    .argument('<FILE>', 'a file with a query, or - for standard input')
    .option('--collection <name>', 'ask only the graphs of the papers of this collection')
    .addOption(new Option('--format <format>', 'how to print the result').choices(formats.map(({ name }) => name)));
  addJsonOptions(command).action((file: string, options: QueryOptions) => query(shell, file, options));
};

async function query(shell: Shell, file: string, options: QueryOptions): Promise<void> {
  const sparql = await textOf(shell, file);
  // Refuses at once, and alike, what no engine will be asked. Which endpoints SERVICE may ask, a server knows itself.
  const isServed = Corpus.runningServer(shell.config.data) !== undefined;
  const { kind } = guardQuery(sparql, isServed ? { allowedServices: anyService } : {});
  const accept = acceptFor(kind === 'graph', options);
  const interrupt = listenForInterrupt(() => shell.say('Stopping the query …'));
  try {
    const { text } = await answer(shell, { sparql, accept, collection: options.collection, signal: interrupt.stop });
    if (options.json || options.format !== undefined || kind === 'graph') {
      return shell.write(text.endsWith('\n') ? text : `${text}\n`);
    }
    const lines = resultLines(text);
    if (lines.length === 0) shell.say('No results.');
    for (const line of lines) shell.print(line);
  } finally {
    interrupt.release();
  }
}

/** JSON where `--json` or a table is wanted, JSON-LD or Turtle for graphs. */
function acceptFor(isGraph: boolean, { json, format }: QueryOptions): string {
  if (json) return isGraph ? 'application/ld+json' : jsonResults;
  if (format === undefined) return isGraph ? 'text/turtle' : jsonResults;
  const kinds = isGraph ? resultFormats.graph : resultFormats.bindings;
  const chosen = kinds.find(({ name }) => name === format) ?? formats.find(({ name }) => name === format);
  return chosen?.mediaType ?? jsonResults;
}

async function textOf(shell: Shell, file: string): Promise<string> {
  if (file !== '-') {
    return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      throw new CliError('cli/unreadable', `${file}: ${cause.code}.`, { cause });
    });
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of shell.surroundings.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { answersCommand } from './commands/answers.ts';
import { askCommand } from './commands/ask.ts';
import { backupCommand } from './commands/backup.ts';
import { collectionsCommand } from './commands/collections.ts';
import { doctorCommand } from './commands/doctor.ts';
import { entitiesCommand } from './commands/entities.ts';
import { exportCommand } from './commands/export.ts';
import { gcCommand } from './commands/gc.ts';
import { graphCommand } from './commands/graph.ts';
import { ingestCommand } from './commands/ingest.ts';
import { keysCommand } from './commands/keys.ts';
import { modelsCommand } from './commands/models.ts';
import { papersCommand } from './commands/papers.ts';
import { peopleCommand } from './commands/people.ts';
import { queryCommand } from './commands/query.ts';
import { readCommand } from './commands/read.ts';
import { rebaseCommand } from './commands/rebase.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { rerankersCommand } from './commands/rerankers.ts';
import { restoreCommand } from './commands/restore.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { verifyCommand } from './commands/verify.ts';
import type { Shell } from './shell/shell.ts';

/** Adds a command, with all its options, to the program. */
export type AddCommand = (program: Command, shell: Shell) => void;

const commands: readonly AddCommand[] = [
  readCommand,
  ingestCommand,
  papersCommand,
  collectionsCommand,
  peopleCommand,
  entitiesCommand,
  askCommand,
  answersCommand,
  searchCommand,
  queryCommand,
  graphCommand,
  exportCommand,
  serveCommand,
  keysCommand,
  doctorCommand,
  modelsCommand,
  rerankersCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  rebuildCommand,
  rebaseCommand,
  gcCommand,
];

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The `askg` command and all below it. */
export function buildProgram(shell: Shell): Command {
  const program = new Command('askg')
    .description('Reads scholarly papers into a knowledge graph, and answers questions over it.')
    .version(version)
    .showSuggestionAfterError()
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.write(text),
      writeErr: (text) => shell.surroundings.screen.write(text),
      // Errors are told in one line, with a code.
      outputError: () => undefined,
    })
    .addHelpText(
      'after',
      '\nThe corpus is in the folder ASKG_DATA (./data); .env.example lists all settings.' +
        '\nExit codes: 0 done, 1 done with failures, 2 wrong use, 3 could not run.',
    );
  for (const add of commands) add(program, shell);
  return program;
}

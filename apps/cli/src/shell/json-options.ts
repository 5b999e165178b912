import type { Command } from 'commander';

export type JsonOptions = { json?: true; jsonl?: true };

/** Adds `--json`, and `--jsonl` where the result is a list. */
export function addJsonOptions(command: Command, { lines = false }: { lines?: boolean } = {}): Command {
  command.option('--json', 'print one JSON document');
  return lines ? command.option('--jsonl', 'print one JSON document a line') : command;
}

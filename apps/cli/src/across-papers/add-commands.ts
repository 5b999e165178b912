import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import type { AcrossPapers, Named, Outcome } from './across-papers.ts';
import { decisionLines, namedLines } from './named-lines.ts';

/** Adds the command about one kind of what papers name: list, show, merge, split, undo, decisions. */
export function addAcrossPapers<Item extends Named, Decided extends Outcome>(
  program: Command,
  shell: Shell,
  kind: AcrossPapers<Item, Decided>,
): void {
  const { help, iris, of } = kind;
  const parent = program.command(kind.command).description(kind.describe);
  const add = (name: string, description: string, lines = false): Command =>
    addJsonOptions(parent.command(name, { isDefault: name === 'list' }).description(description), { lines });
  add('list', help.list, true)
    .option('--name <words>', 'only those with these words in one of their names')
    .action((options: JsonOptions & { name?: string }) => list(shell, kind, options));
  add('show', help.show)
    .argument('<IRI>', iris.show)
    .action((iri: string, options: JsonOptions) => show(shell, kind, iri, options));
  add('merge', help.merge)
    .argument('<IRI...>', iris.merge)
    .action((named: string[], options: JsonOptions) =>
      decide(shell, kind, options, (corpus) => of(corpus).merge(named)),
    );
  add('split', help.split)
    .argument('<IRI...>', iris.split)
    .action((places: string[], options: JsonOptions) =>
      decide(shell, kind, options, (corpus) => of(corpus).split(places)),
    );
  add('undo', 'Take a decision back.')
    .argument('<NUMBER>', `as \`${kind.command} decisions\` lists it`)
    .action((number: string, options: JsonOptions) =>
      decide(shell, kind, options, (corpus) => of(corpus).undo(decisionNumber(number))),
    );
  add('decisions', 'List what was decided.', true).action((options: JsonOptions) => decisions(shell, kind, options));
}

async function list<Item extends Named, Decided extends Outcome>(
  shell: Shell,
  { of, none }: AcrossPapers<Item, Decided>,
  options: JsonOptions & { name?: string },
): Promise<void> {
  const all = await withCorpus(shell, { readOnly: true }, (corpus) => of(corpus).list());
  const words = (options.name ?? '').toLowerCase().split(/\s+/);
  const found = all.filter(({ name, names }) =>
    [name, ...names].some((each) => words.every((word) => each.toLowerCase().includes(word))),
  );
  if (options.json) return shell.printJson(found);
  if (options.jsonl) return found.forEach((item) => shell.printJsonLine(item));
  if (found.length === 0) return shell.say(none);
  for (const line of table(
    found.map(({ iri, name, places }) => [name, count(places.length, 'place'), iri]),
    200,
  )) {
    shell.print(line);
  }
}

async function show<Item extends Named, Decided extends Outcome>(
  shell: Shell,
  { of, kind, facts }: AcrossPapers<Item, Decided>,
  iri: string,
  options: JsonOptions,
): Promise<void> {
  const item = await withCorpus(shell, { readOnly: true }, (corpus) => of(corpus).find(iri));
  if (options.json) return shell.printJson(item);
  for (const line of namedLines(item, kind, facts(item))) shell.print(line);
}

async function decisions<Item extends Named, Decided extends Outcome>(
  shell: Shell,
  { of }: AcrossPapers<Item, Decided>,
  options: JsonOptions,
): Promise<void> {
  const all = await withCorpus(shell, { readOnly: true }, (corpus) => of(corpus).decisions());
  if (options.json) return shell.printJson(all);
  if (options.jsonl) return all.forEach((decision) => shell.printJsonLine(decision));
  if (all.length === 0) return shell.say('Nothing was decided by hand.');
  for (const line of all.flatMap(decisionLines)) shell.print(line);
}

async function decide<Item extends Named, Decided extends Outcome>(
  shell: Shell,
  { concerned }: AcrossPapers<Item, Decided>,
  options: JsonOptions,
  take: (corpus: Parameters<Parameters<typeof withCorpus>[2]>[0]) => Promise<Decided>,
): Promise<void> {
  const decided = await withCorpus(shell, {}, take);
  if (options.json) return shell.printJson(decided);
  for (const line of decisionLines(decided.decision)) shell.print(line);
  for (const { name, places, iri } of concerned(decided)) {
    shell.print(`${name}, ${count(places.length, 'place')}: ${iri}`);
  }
}

function decisionNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new CliError('cli/wrong-use', `${text} is not the number of a decision.`);
  return Number(text);
}

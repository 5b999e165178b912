import { CliError } from '../cli-error.ts';
import { decisionLines, personLines } from '../people/person-lines.ts';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';
import { withCorpus } from '../shell/with-corpus.ts';
import type { Decided } from '@askg/corpus';

export const peopleCommand: AddCommand = (program, shell) => {
  const people = program.command('people').description('Who is who across the papers, and what was decided about it.');
  addJsonOptions(
    people
      .command('list', { isDefault: true })
      .description('List everybody whom papers name.')
      .option('--name <words>', 'only those with these words in one of their names'),
    { lines: true },
  ).action((options: JsonOptions & { name?: string }) => list(shell, options));
  addJsonOptions(
    people
      .command('show')
      .description('Show one person: spellings, papers, and why they are taken for one.')
      .argument('<IRI>', 'of the person, or of the person in one paper'),
  ).action((iri: string, options: JsonOptions) => show(shell, iri, options));
  addJsonOptions(
    people
      .command('merge')
      .description('Decide that people are one.')
      .argument('<IRI...>', 'two people or more, or people of papers'),
  ).action((iris: string[], options: JsonOptions) => decide(shell, options, (corpus) => corpus.people.merge(iris)));
  addJsonOptions(
    people
      .command('split')
      .description('Decide that the people of these papers are somebody else than the person they are taken for.')
      .argument('<IRI...>', 'people of papers (…/paper/KEY/person2), all of one person'),
  ).action((iris: string[], options: JsonOptions) => decide(shell, options, (corpus) => corpus.people.split(iris)));
  addJsonOptions(
    people.command('undo').description('Take a decision back.').argument('<NUMBER>', 'as `people decisions` lists it'),
  ).action((number: string, options: JsonOptions) =>
    decide(shell, options, (corpus) => corpus.people.undo(decisionNumber(number))),
  );
  addJsonOptions(people.command('decisions').description('List what was decided.'), { lines: true }).action(
    (options: JsonOptions) => decisions(shell, options),
  );
};

async function list(shell: Shell, options: JsonOptions & { name?: string }): Promise<void> {
  const all = await withCorpus(shell, { readOnly: true }, (corpus) => corpus.people.list());
  const words = (options.name ?? '').toLowerCase().split(/\s+/);
  const people = all.filter(({ name, names }) =>
    [name, ...names].some((each) => words.every((word) => each.toLowerCase().includes(word))),
  );
  if (options.json) return shell.printJson(people);
  if (options.jsonl) return people.forEach((person) => shell.printJsonLine(person));
  if (people.length === 0) return shell.say('Nobody: people are told apart when `askg ingest` has read papers.');
  for (const line of table(
    people.map(({ iri, name, places }) => [name, count(places.length, 'place'), iri]),
    200,
  )) {
    shell.print(line);
  }
}

async function show(shell: Shell, iri: string, options: JsonOptions): Promise<void> {
  const person = await withCorpus(shell, { readOnly: true }, (corpus) => corpus.people.find(iri));
  if (options.json) return shell.printJson(person);
  for (const line of personLines(person)) shell.print(line);
}

async function decisions(shell: Shell, options: JsonOptions): Promise<void> {
  const all = await withCorpus(shell, { readOnly: true }, (corpus) => corpus.people.decisions());
  if (options.json) return shell.printJson(all);
  if (options.jsonl) return all.forEach((decision) => shell.printJsonLine(decision));
  if (all.length === 0) return shell.say('Nothing was decided by hand.');
  for (const line of all.flatMap(decisionLines)) shell.print(line);
}

async function decide(
  shell: Shell,
  options: JsonOptions,
  take: (corpus: Parameters<Parameters<typeof withCorpus>[2]>[0]) => Promise<Decided>,
): Promise<void> {
  const decided = await withCorpus(shell, {}, take);
  if (options.json) return shell.printJson(decided);
  for (const line of decisionLines(decided.decision)) shell.print(line);
  for (const { name, places, iri } of decided.people) shell.print(`${name}, ${count(places.length, 'place')}: ${iri}`);
}

function decisionNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new CliError('cli/wrong-use', `${text} is not the number of a decision.`);
  return Number(text);
}

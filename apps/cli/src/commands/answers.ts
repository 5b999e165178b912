import type { KeptFeedback } from '@askg/contract';
import { changedStandings, citationsOf, type Corpus, isSealed, statusesNow } from '@askg/corpus';
import { Option } from 'commander';
import { diffLines } from '../answers/diff-lines.ts';
import { feedbackSet, writeQuestions } from '../answers/feedback-set.ts';
import { rerunAnswer, type RerunOptions } from '../answers/rerun-answer.ts';
import { answerLines } from '../ask/answer-lines.ts';
import { changeLine } from '../papers/status-lines.ts';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { table } from '../shell/table.ts';
import { withCorpus } from '../shell/with-corpus.ts';

/** The newest answers that a list shows. */
const listed = 50;

export const answersCommand: AddCommand = (program, shell) => {
  const answers = program.command('answers').description('The answers that were given, and what was said of them.');
  addJsonOptions(answers.command('list', { isDefault: true }).description('List the newest answers.'), {
    lines: true,
  }).action((options: JsonOptions) => list(shell, options));
  addJsonOptions(answers.command('show').description('Show an answer as it is kept.').argument('<ID>')).action(
    (id: string, options: JsonOptions) => show(shell, id, options),
  );
  addJsonOptions(
    answers
      .command('rerun')
      .description('Ask the question of an answer again, and tell what is different.')
      .argument('<ID>')
      .addOption(
        new Option('--on <what>', 'the current graph; or the graphs of its commit, with the queries that are kept')
          .choices(['current', 'kept'])
          .default('current'),
      )
      .option('--model <name>', 'the chat model that is set up, or none; as before by default'),
  ).action((id: string, options: JsonOptions & RerunOptions) => rerun(shell, id, options));
  addJsonOptions(
    answers
      .command('diff')
      .description('Tell what is different between two answers.')
      .argument('<ID>', 'the earlier one')
      .argument('<OTHER>', 'the later one'),
  ).action((from: string, to: string, options: JsonOptions) => diff(shell, from, to, options));
  addJsonOptions(
    answers
      .command('feedback')
      .description('List what was said of answers, or give it out as an evaluation set.')
      .argument('[ID]', 'only of this answer')
      .option('--export <FILE>', 'write questions with what right answers hold, such as DIR/questions.json'),
    { lines: true },
  ).action((id: string | undefined, options: JsonOptions & { export?: string }) => feedback(shell, id, options));
  answers
    .command('rm')
    .description('Forget an answer with all that was said of it.')
    .argument('<ID>')
    .action((id: string) => withCorpus(shell, {}, (corpus) => corpus.answers.delete(id)));
};

async function list(shell: Shell, options: JsonOptions): Promise<void> {
  const all = await withCorpus(shell, { readOnly: true }, ({ answers }) => answers.list(listed));
  if (options.json) return shell.printJson(all);
  if (options.jsonl) return all.forEach((answer) => shell.printJsonLine(answer));
  if (all.length === 0) return shell.say('No answers yet: `askg ask QUESTION` gives one.');
  const lines = all.map(({ id, at, verdict, question }) => [id, at.slice(0, 16), verdict, question]);
  for (const line of table(lines)) shell.print(line);
}

async function show(shell: Shell, id: string, options: JsonOptions): Promise<void> {
  const { answer, changed } = await withCorpus(shell, { readOnly: true }, (corpus) => {
    const kept = corpus.answers.require(id);
    return { answer: kept, changed: changedStandings(kept, statusesNow(corpus, kept)) };
  });
  if (isSealed(answer) === false) shell.say('Its hash does not fit: it is not what was kept.');
  if (options.json) return shell.printJson(answer);
  shell.print(answer.question);
  for (const line of ['', ...answerLines(answer), ...changed.map(changeLine)]) shell.print(line);
  shell.say(`Commit ${answer.corpus.version}; ${answer.hash === undefined ? 'no hash' : `hash ${answer.hash}`}`);
}

async function rerun(shell: Shell, id: string, options: JsonOptions & RerunOptions): Promise<void> {
  const done = await rerunAnswer(shell, id, options);
  if (options.json) return shell.printJson(done);
  for (const line of diffLines(done.diff)) shell.print(line);
}

async function diff(shell: Shell, from: string, to: string, options: JsonOptions): Promise<void> {
  const found = await withCorpus(shell, { readOnly: true }, (corpus) => diffOf(corpus, from, to));
  if (options.json) return shell.printJson(found);
  for (const line of diffLines(found)) shell.print(line);
}

async function diffOf(corpus: Corpus, from: string, to: string) {
  const { diffAnswers, UnitReader } = await import('@askg/kgqp');
  const sides = { from: corpus.answers.require(from), to: corpus.answers.require(to) };
  const digestOf = ({ paper }: { paper: string }): string | undefined => corpus.paper(paper)?.graphDigest;
  const { texts } = await new UnitReader(corpus).texts(citationsOf(sides.from), digestOf);
  return diffAnswers(sides, texts);
}

async function feedback(
  shell: Shell,
  id: string | undefined,
  options: JsonOptions & { export?: string },
): Promise<void> {
  const { said, set } = await withCorpus(shell, { readOnly: true }, async (corpus) => {
    if (id !== undefined) corpus.answers.require(id);
    const all = corpus.feedback.list(id);
    return { said: all, set: options.export === undefined ? undefined : await feedbackSet(corpus, all) };
  });
  if (set && options.export !== undefined) {
    await writeQuestions(options.export, set);
    shell.say(`Wrote ${count(set.questions.length, 'question')} to ${options.export}.`);
    const { undecided } = set;
    const open = `Of ${count(undecided.length, 'answer')} nobody told what is right: ${undecided.join(', ')}.`;
    if (undecided.length > 0) shell.say(open);
    return options.json ? shell.printJson(set.questions) : undefined;
  }
  if (options.json) return shell.printJson(said);
  if (options.jsonl) return said.forEach((each) => shell.printJsonLine(each));
  if (said.length === 0) return shell.say('Nothing was said yet.');
  for (const line of table(said.map(feedbackCells))) shell.print(line);
}

function feedbackCells({ answer, claim, judgement, note, expected }: KeptFeedback): string[] {
  const words = [expected?.iri ?? expected?.text, note].filter((each) => each !== undefined).join(' · ');
  return [answer, claim === undefined ? 'answer' : `claim ${claim}`, judgement, words.replaceAll(/\s+/g, ' ')];
}

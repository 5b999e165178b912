import { InvalidArgumentError, Option } from 'commander';
import { type Answer, AskEvent, Ways } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { answerLines } from '../ask/answer-lines.ts';
import { CliError } from '../cli-error.ts';
import { askAddedGraph } from '../graph/added-graphs.ts';
import type { AddCommand } from '../program.ts';
import { eventData } from '../server/event-stream.ts';
import { ForeignProblem } from '../server/foreign-problem.ts';
import { lost, request, type Server } from '../server/request.ts';
import { withServer } from '../server/with-server.ts';
import { listenForInterrupt } from '../shell/interrupt.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import type { Shell } from '../shell/shell.ts';

type AskOptions = JsonOptions & {
  mode: Answer['mode'];
  ways: Ways;
  model?: string;
  paper?: string;
  collection?: string;
  graph?: string;
  take: Taken[];
};

type Taken = { phrase: string; chosen: string };

export const askCommand: AddCommand = (program, shell) => {
  const command = program
    .command('ask')
    .description('Ask a question; the answer quotes the sentences that it rests on.')
    .argument('<QUESTION...>')
    .addOption(new Option('--mode <mode>', 'how far to go').choices(['answer', 'retrieve', 'sparql']).default('answer'))
    .addOption(
      new Option('--ways <ways>', 'where to look; text leaves the graph out').choices(Ways.options).default('both'),
    )
    .option('--model <name>', 'the chat model that is set up, or none')
    .option('--paper <KEY>', 'ask only this paper')
    .option('--collection <name>', 'ask only the papers of this collection')
    .option('--take <IRI=PHRASE>', 'take a phrase of the question for one of the things it may name', taking, [])
    .option('--graph <name>', 'ask a graph that was added with `askg graph add`, in place of the papers');
  // With --jsonl: the events, as they come.
  addJsonOptions(command, { lines: true }).action((words: string[], options: AskOptions) =>
    ask(shell, words.join(' '), options),
  );
};

/** The phrase stands last: an IRI may hold the sign, and a phrase hardly does. */
function taking(text: string, before: Taken[]): Taken[] {
  const at = text.lastIndexOf('=');
  if (at <= 0 || at === text.length - 1) {
    throw new InvalidArgumentError('It has to be an IRI, the sign =, and a phrase of the question.');
  }
  return [...before, { chosen: text.slice(0, at), phrase: text.slice(at + 1) }];
}

async function ask(shell: Shell, question: string, options: AskOptions): Promise<void> {
  if (options.graph !== undefined && (options.paper ?? options.collection) !== undefined) {
    throw new CliError('cli/wrong-use', '--graph asks another graph: --paper and --collection go with the corpus.');
  }
  if (options.ways === 'text' && (options.mode === 'sparql' || options.graph !== undefined)) {
    throw new CliError('cli/wrong-use', '--ways text leaves the graph out, which is all that was to be asked.');
  }
  const interrupt = listenForInterrupt(() => shell.say('Stopping …'));
  try {
    const answer = await answerBy(shell, question, options, interrupt.stop);
    if (answer.problem) shell.fail(answer.problem);
    if (options.json) return shell.printJson(answer);
    if (options.jsonl) return;
    for (const line of answerLines(answer)) shell.print(line);
  } finally {
    interrupt.release();
  }
}

/** A graph beside the corpus is asked here, unless a server holds the corpus. */
async function answerBy(shell: Shell, question: string, options: AskOptions, signal: AbortSignal): Promise<Answer> {
  const { graph, take, jsonl } = options;
  if (graph !== undefined && Corpus.runningServer(shell.config.data) === undefined) {
    const choices = take.map(({ phrase, chosen: iri }) => ({ phrase, iri }));
    const answer = await askAddedGraph(shell, graph, question, { signal, choices });
    if (jsonl) shell.printJsonLine({ event: 'done', run: answer.id, ms: answer.timings['total'] ?? 0, answer });
    return answer;
  }
  return withServer(shell, signal, (server) => answerFrom(shell, server, question, options, signal));
}

async function answerFrom(
  shell: Shell,
  server: Server,
  question: string,
  { mode, ways, model, paper, collection, graph, jsonl, take }: AskOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const asked = {
    question,
    mode,
    ...(ways === 'both' ? {} : { ways }),
    ...(model === undefined ? {} : { model }),
    ...(paper === undefined ? {} : { paper }),
    ...(collection === undefined ? {} : { collection }),
    ...(graph === undefined ? {} : { graph }),
    ...(take.length === 0 ? {} : { links: take }),
  };
  const response = await request(server, {
    path: '/api/ask',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ ...asked, stream: true }),
    signal,
  });
  const progress = shell.progress('Asking');
  let steps = 0;
  try {
    for await (const data of eventData(bodyOf(response))) {
      const event = AskEvent.parse(JSON.parse(data));
      if (jsonl) shell.printJsonLine(event);
      progress.update(++steps, undefined, event.event);
      if (event.event === 'done') return event.answer;
      if (event.event === 'failed') throw new ForeignProblem(event.problem);
      if (event.event === 'cancelled') throw new CliError('cli/stopped', 'The run was cancelled.');
    }
  } catch (error) {
    if (error instanceof TypeError || signal.aborted) throw lost(server.url, signal, error);
    throw error;
  } finally {
    progress.end();
  }
  throw new CliError('cli/server-lost', `${server.url} ended without an answer.`);
}

/** An answer without a body is one without events. */
async function* bodyOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (body) yield* body;
}

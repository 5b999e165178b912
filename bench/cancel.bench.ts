import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ChatModel } from '@askg/inference';
import { type AskRequest, type Facts, QuestionAnswering, type QuestionAnsweringParts } from '@askg/kgqp';
import { Retriever } from '@askg/retrieval';
import { openStack, type Stack } from '../test/eval/stack/open-stack.ts';
import type { Bench, Measure } from './main.ts';
import { median, round } from './statistics.ts';

const one = 'Why were the notebooks of the PyTorch workshop also made available on Google Colab?';
const several =
  'Who wrote cuallee, how many references does it have, and which data frame implementations does it support?';
/** Milliseconds after the start at which runs are cancelled: the planner, the search and the choice of sentences are under way. */
const moments = [0, 5, 10, 20, 40, 60, 80, 100, 150, 200, 300, 400, 600, 800];

export const bench: Bench = {
  describe:
    'Milliseconds from the moment at which a run should be cancelled to its event `cancelled`: at many moments of real runs over the papers of the demo, and while a step hangs. A busy process counts as lateness.',
  run: async () => {
    const models = process.env['ASKG_MODELS'] ?? join(import.meta.dirname, '..', 'data', 'models');
    const stack = await openStack({ models });
    try {
      return await measureAll(stack);
    } finally {
      await stack.close();
    }
  },
};

async function measureAll(stack: Stack): Promise<Measure[]> {
  const hanging = (parts: Partial<QuestionAnsweringParts>) => questionAnswering(stack, parts);
  const hang = () => new Promise<never>(() => {});
  const chat: ChatModel = { name: 'hangs', complete: hang };
  const cases: { name: string; qa: QuestionAnswering; request: AskRequest }[] = [
    { name: 'one question', qa: stack.qa, request: { question: one } },
    { name: 'a question in three parts', qa: stack.qa, request: { question: several } },
    { name: 'a chat model hangs', qa: stack.qa, request: { question: several, chat } },
    { name: 'the engine hangs', qa: hanging({ facts: hangingFacts(hang) }), request: { question: several } },
    {
      name: 'the search hangs',
      qa: hanging({ retriever: { retrieve: hang, scoreTexts: hang } }),
      request: { question: several },
    },
  ];
  const measures: Measure[] = [];
  for (const [name, question] of [
    ['one question', one],
    ['a question in three parts', several],
  ] as const) {
    const value = round(await longestWork(stack.qa, question), 1);
    measures.push({ name: `${name}, longest work without a turn (processor time)`, value, unit: 'ms', bar: 200 });
  }
  for (const { name, qa, request } of cases) {
    const late: number[] = [];
    for (const moment of moments) {
      const ms = await lateness(qa, request, moment);
      if (ms !== undefined) late.push(ms);
    }
    const details = { runs: late.length, finishedBefore: moments.length - late.length };
    measures.push({ name: `${name}, median`, value: round(median(late), 1), unit: 'ms', bar: 200, details });
    measures.push({ name: `${name}, slowest`, value: round(Math.max(...late), 1), unit: 'ms', bar: 200 });
  }
  return measures;
}

/** Milliseconds from the moment to `cancelled`; undefined when the run had come to its end before. */
async function lateness(qa: QuestionAnswering, request: AskRequest, moment: number): Promise<number | undefined> {
  const controller = new AbortController();
  const start = performance.now();
  const timer = setTimeout(() => controller.abort(), moment);
  try {
    for await (const { event } of qa.ask(request, { signal: controller.signal })) {
      if (event === 'cancelled') return performance.now() - start - moment;
    }
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds of the processor that a run keeps the process from everything else, at most: load does not change them. */
async function longestWork(qa: QuestionAnswering, question: string): Promise<number> {
  let [longest, before, isOver] = [0, threadMs(), false];
  const turn = (): void => {
    const now = threadMs();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isOver) setImmediate(turn);
  };
  turn();
  try {
    for await (const _ of qa.ask({ question }));
  } finally {
    isOver = true;
  }
  return longest;
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function questionAnswering(stack: Stack, parts: Partial<QuestionAnsweringParts>): QuestionAnswering {
  const { corpus, passages, embedder, embedderName } = stack;
  const retriever = new Retriever({
    index: passages,
    ...(embedder ? { embedder } : { withoutEmbedder: embedderName }),
  });
  const facts = hangingFacts(() => Promise.resolve());
  return new QuestionAnswering({
    corpus,
    passages,
    retriever,
    facts,
    now: () => performance.now(),
    newId: () => randomUUID(),
    ...parts,
  });
}

/** A graph that says nothing, after what it waits for. */
function hangingFacts(wait: () => Promise<unknown>): Facts {
  return {
    prepare: () => Promise.resolve(),
    async *find() {
      yield { type: 'links', links: [] };
      await wait();
    },
    async *textualNodes() {
      await wait();
      yield { type: 'nodes', nodes: [] };
    },
  };
}

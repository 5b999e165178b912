import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';
import { type Asked, askAll } from './qa/ask-all.ts';
import { openSet } from './qa/open-set.ts';
import type { QaSet, ReadSet } from './qa/qa-set.ts';
import { reportOf } from './qa/report.ts';
import { bamboo } from './qa/sets/bamboo.ts';
import { paper2lkg } from './qa/sets/paper2lkg.ts';
import { pubmedqa } from './qa/sets/pubmedqa.ts';
import { qasper } from './qa/sets/qasper.ts';
import { scholarqabench } from './qa/sets/scholarqabench.ts';
import { scifact } from './qa/sets/scifact.ts';
import { chatModel } from './stack/chat-model.ts';

const root = join(import.meta.dirname, '..', '..');

/** Readers of the data sets by the names of their folders. */
const readers: Readonly<Record<string, ReadSet>> = {
  qasper,
  'paper2lkg-qa': paper2lkg,
  pubmedqa,
  scifact,
  'bamboo-paperqa': bamboo,
  scholarqabench,
};

/** So many questions a set are asked of a chat model, which takes its time. */
const ofModel = 20;

export const evaluation: Evaluation = {
  describe:
    'Answers to the questions of a data set and their evidence, over graph and text, with a chat model as well where one is named. Beside them: text alone, BM25 with the same composer, the whole abstract, and the nearest sentences at as many words. Evidence is what the claims quote, or the nearest shown where nothing is claimed.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const { data, gold, split, predictions } = options;
  const read = readers[basename(data ?? '')];
  if (data === undefined || read === undefined) {
    throw new Error(`--data is the folder of a data set: one of ${Object.keys(readers).join(', ')}.`);
  }
  const chat = chatModel(options.model);
  const whole = await read({ data, gold: gold ?? data, split });
  if (whole.questions.length === 0) throw new Error(`${basename(data)} has no questions of the ${split} part here.`);
  const set = sampled(whole, options.sample ?? (chat ? ofModel : whole.questions.length));
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  const cache = join(root, 'node_modules', '.cache', 'askg-eval');
  const name = `${set.name}-${split}`;
  const stack = await openSet(
    name,
    set.papers.map(({ document }) => document),
    { models, cache },
  );
  try {
    const asked = await askAll(stack, set, chat);
    const file = `${name}-${set.questions.length}${chat ? `-${chat.name.replaceAll(/[^\w.-]+/g, '-')}` : ''}.jsonl`;
    write(predictions ?? join(cache, 'qa', 'predictions', file), asked);
    return reportOf(set, asked, stack.openMs);
  } finally {
    await stack.close();
  }
}

/** Questions at even distances, with the papers that they are asked of. */
function sampled(set: QaSet, count: number): QaSet {
  const step = set.questions.length / Math.min(count, set.questions.length);
  const questions = set.questions.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  const wanted = new Set(questions.flatMap(({ papers }) => papers ?? []));
  const papers = wanted.size === 0 ? set.papers : set.papers.filter(({ id }) => wanted.has(id));
  return { ...set, questions, papers };
}

/** The product's predictions to a file, and those of every other method beside it. */
function write(file: string, asked: Asked): void {
  mkdirSync(dirname(file), { recursive: true });
  for (const [method, predictions] of Object.entries(asked)) {
    const beside = `.${method.replaceAll(/[^a-z0-9]+/gi, '-')}.jsonl`;
    const path = method === 'askg' ? file : file.replace(/\.jsonl$|$/u, beside);
    writeFileSync(path, predictions.map((each) => `${JSON.stringify(each)}\n`).join(''));
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';
import { answerBy, type Method, methods, nearnessBy } from './qa/methods.ts';
import { type OpenSet, openSet } from './qa/open-set.ts';
import type { Prediction } from './qa/prediction.ts';
import type { QaSet, ReadSet } from './qa/qa-set.ts';
import { reportOf } from './qa/report.ts';
import { bamboo } from './qa/sets/bamboo.ts';
import { paper2lkg } from './qa/sets/paper2lkg.ts';
import { pubmedqa } from './qa/sets/pubmedqa.ts';
import { qasper } from './qa/sets/qasper.ts';
import { scholarqabench } from './qa/sets/scholarqabench.ts';
import { scifact } from './qa/sets/scifact.ts';

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

export const evaluation: Evaluation = {
  describe:
    'Answers to the questions of a data set without a chat model, their evidence, and beside them BM25 with the same composer, the whole abstract, and the nearest sentences at as many words. Evidence is what the claims quote, or the nearest shown where nothing is claimed.',
  run: evaluate,
};

async function evaluate({ data, sample, split, predictions }: EvaluationOptions): Promise<EvaluationReport> {
  const read = readers[basename(data ?? '')];
  if (data === undefined || read === undefined) {
    throw new Error(`--data is the folder of a data set: one of ${Object.keys(readers).join(', ')}.`);
  }
  const whole = read({ data, split });
  const set = sampled(whole, sample ?? whole.questions.length);
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  const cache = join(root, 'node_modules', '.cache', 'askg-eval');
  const name = `${set.name}-${split}-${set.papers.length}`;
  const stack = await openSet(
    name,
    set.papers.map(({ document }) => document),
    { models, cache },
  );
  try {
    const asked = await askAll(stack, set);
    write(predictions ?? join(cache, 'qa', `${name}.predictions.jsonl`), asked);
    return reportOf(set, asked);
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

async function askAll(stack: OpenSet, { papers, questions, conclude }: QaSet): Promise<Record<Method, Prediction[]>> {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const nearness = nearnessBy(stack.embedder);
  const asked = Object.fromEntries(methods.map((method) => [method, []])) as unknown as Record<Method, Prediction[]>;
  for (const [i, question] of questions.entries()) {
    const answers = await answerBy(stack, byId, question);
    for (const method of methods) {
      const prediction = answers[method];
      const answer = conclude ? await conclude(question, prediction, { nearness, method }) : prediction.answer;
      asked[method].push({ ...prediction, answer });
    }
    if ((i + 1) % 20 === 0) process.stderr.write(`${i + 1} of ${questions.length}\n`);
  }
  return asked;
}

function write(file: string, asked: Record<Method, Prediction[]>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, asked.askg.map((each) => `${JSON.stringify(each)}\n`).join(''));
  for (const method of methods.slice(1)) {
    const beside = file.replace(/\.jsonl$/u, `.${method.replaceAll(/[^a-z0-9]+/gi, '-')}.jsonl`);
    writeFileSync(beside, asked[method].map((each) => `${JSON.stringify(each)}\n`).join(''));
  }
}

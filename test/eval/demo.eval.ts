import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Answer } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import { median, quantile, round } from '../../bench/statistics.ts';
import { compareForms } from './demo/compare-forms.ts';
import { checkQuotes, type QuoteCheck } from './demo/check-quotes.ts';
import { type Prediction, predictionOf } from './demo/prediction.ts';
import { goldOf, type Input, inputsOf } from './demo/questions.ts';
import { type Score, scoreOf } from './demo/score.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { chatModel } from './stack/chat-model.ts';
import { openStack, type Stack } from './stack/open-stack.ts';

const root = join(import.meta.dirname, '..', '..');

export const evaluation: Evaluation = {
  describe:
    'The questions of demo/questions.json, asked of the papers of the demo: verdicts, values, sentences, quotes, time.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const data = options.data ?? join(root, 'demo');
  const { from } = options;
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  if (from === 'markdown') {
    if (options.papers === undefined) throw new Error('--papers says where the Markdown of the papers is.');
    const questions = sampled(inputsOf(data, options.split), options.sample);
    return compareForms(options.papers, from, questions, models);
  }
  const stack = await openStack({ models, from });
  try {
    const inputs = sampled(inputsOf(data, options.split), options.sample);
    const answers = await askAll(stack, inputs, { chat: chatModel(options.model), ways: options.ways });
    const predictions = answers.map(({ id, answer, ms }) => predictionOf(id, answer, ms));
    const file = options.predictions ?? join(root, 'results', 'eval', nameOf(options));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, predictions.map((each) => `${JSON.stringify(each)}\n`).join(''));

    const scores = goldOf(options.gold ?? data, options.split).flatMap((question) => {
      const prediction = predictions.find(({ id }) => id === question.id);
      return prediction ? [scoreOf(question, prediction)] : [];
    });
    const quotes = await checkQuotes(
      answers.map(({ answer }) => answer),
      stack.corpus,
    );
    const details = {
      embedder: stack.embedderName,
      startMs: stack.startMs,
      quoteFaults: quotes.faults,
      scores,
      predictions,
    };
    return {
      figures: figuresOf(
        scores,
        predictions,
        quotes,
        answers.map(({ answer }) => answer),
      ),
      details,
    };
  } finally {
    await stack.close();
  }
}

function nameOf({ split, from, ways, model }: EvaluationOptions): string {
  return `demo-${split}${from === 'jats' ? '' : `-from-${from}`}${ways === 'both' ? '' : '-text-only'}-${model}.jsonl`;
}

/** So many of the items, spread evenly and always the same. */
function sampled<T>(items: readonly T[], size = items.length): T[] {
  return items.filter((_, i) => Math.floor((i * size) / items.length) !== Math.floor(((i - 1) * size) / items.length));
}

type Asked = { id: string; answer: Answer; ms: number; firstMs: number };

async function askAll(
  { qa }: Stack,
  inputs: readonly Input[],
  { chat, ways }: { chat: ChatModel | undefined; ways: EvaluationOptions['ways'] },
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const { id, question } of inputs) {
    const start = performance.now();
    let firstMs: number | undefined;
    for await (const event of qa.ask({ question, ways, ...(chat ? { chat } : {}) })) {
      firstMs ??= performance.now() - start;
      if (event.event === 'failed') throw new Error(`${id}: ${event.problem.detail}`);
      if (event.event === 'done') asked.push({ id, answer: event.answer, ms: performance.now() - start, firstMs });
    }
    process.stderr.write(`${id} ${asked.at(-1)?.answer.verdict}\n`);
  }
  return asked;
}

function figuresOf(
  scores: readonly Score[],
  predictions: readonly Prediction[],
  quotes: QuoteCheck,
  answers: readonly Answer[],
): Figure[] {
  const ofGraph = scores.filter(({ values }) => values !== undefined);
  const ofText = scores.filter(({ hit }) => hit !== undefined);
  const times = predictions.map(({ ms }) => ms);
  return [
    {
      name: 'verdicts right',
      value: count(scores, ({ verdict }) => verdict),
      unit: `of ${scores.length}`,
      bar: '17 of 20',
    },
    { name: 'values exactly right', value: share(ofGraph, ({ values }) => values === true), unit: '', bar: '0.8' },
    { name: 'recall of values', value: mean(ofGraph.map(({ recall }) => recall ?? 0)), unit: '' },
    { name: 'text questions with an expected sentence', value: share(ofText, ({ hit }) => hit === true), unit: '' },
    { name: 'expected sentences quoted', value: mean(ofText.map(({ sentences }) => sentences ?? 0)), unit: '' },
    { name: 'quotes', value: quotes.quotes, unit: '' },
    { name: 'quotes word for word', value: ratio(quotes.verbatim, quotes.quotes), unit: '', bar: '1' },
    { name: 'quotes resolvable', value: ratio(quotes.resolvable, quotes.quotes), unit: '', bar: '1' },
    { name: 'quotes with a box on a page', value: ratio(quotes.boxed, quotes.quotes), unit: '' },
    { name: 'answered without citation or row', value: count(answers, isUngrounded), unit: '', bar: '0' },
    { name: 'answer, median', value: round(median(times), 0), unit: 'ms', bar: '1500 without a model' },
    { name: 'answer, 95th percentile', value: round(quantile(times, 0.95), 0), unit: 'ms' },
    { name: 'model calls', value: predictions.reduce((sum, { calls }) => sum + calls, 0), unit: '' },
  ];
}

/** An answer that claims something, or says something, without anything to check it by. */
function isUngrounded({ verdict, claims }: Answer): boolean {
  if (verdict !== 'supported' && verdict !== 'partly-supported') return false;
  return claims.length === 0 || claims.some(({ citations, rows }) => citations.length === 0 && rows.length === 0);
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return ratio(count(items, test), items.length);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : round(part / whole, 3);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : round(values.reduce((sum, value) => sum + value, 0) / values.length, 3);
}

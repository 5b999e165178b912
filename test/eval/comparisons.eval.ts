import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Answer } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import { median, round } from '../../bench/statistics.ts';
import { comparisonsOf } from './comparisons/gold.ts';
import { type CellOutcome, type ComparisonScore, scoreComparison } from './comparisons/score.ts';
import { checkQuotes, type QuoteCheck } from './demo/check-quotes.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { chatModel } from './stack/chat-model.ts';
import { openStack, type Stack } from './stack/open-stack.ts';

const root = join(import.meta.dirname, '..', '..');

export const evaluation: Evaluation = {
  describe:
    'Questions that compare papers of the demo, and questions that only seem to: papers, aspects, cells, quotes.',
  run: evaluate,
};

type Asked = { id: string; answer: Answer; ms: number };

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const folder = options.gold ?? join(root, 'test', 'eval', 'gold', 'comparisons');
  const stack = await openStack({
    models: process.env['ASKG_MODELS'] ?? join(root, 'data', 'models'),
    from: options.from,
    ...(options.papers === undefined ? {} : { papers: options.papers }),
  });
  try {
    const inputs = comparisonsOf(folder, options.split).map(({ id, question }) => ({ id, question }));
    const asked = await askAll(stack, inputs.slice(0, options.sample ?? inputs.length), chatModel(options.model));
    const file =
      options.predictions ?? join(root, 'results', 'eval', `comparisons-${options.split}-${options.model}.jsonl`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, asked.map((each) => `${JSON.stringify(predictionOf(each))}\n`).join(''));

    const scores = comparisonsOf(folder, options.split).flatMap((gold) => {
      const answer = asked.find(({ id }) => id === gold.id)?.answer;
      return answer ? [scoreComparison(gold, answer)] : [];
    });
    const quotes = await checkQuotes(
      asked.map(({ answer }) => answer),
      stack.corpus,
    );
    const details = { embedder: stack.embedderName, quoteFaults: quotes.faults, scores };
    return { figures: figuresOf(scores, asked, quotes), details };
  } finally {
    await stack.close();
  }
}

async function askAll(
  { qa }: Stack,
  inputs: readonly { id: string; question: string }[],
  chat: ChatModel | undefined,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const { id, question } of inputs) {
    const start = performance.now();
    for await (const event of qa.ask({ question, ...(chat ? { chat } : {}) })) {
      if (event.event === 'failed') throw new Error(`${id}: ${event.problem.detail}`);
      if (event.event === 'done') asked.push({ id, answer: event.answer, ms: performance.now() - start });
    }
  }
  return asked;
}

/** The standard form of questions, with the table beside it. */
function predictionOf({ id, answer: { answer, verdict, claims, table, usage }, ms }: Asked): object {
  const evidence = claims.flatMap(({ citations }) => citations.map(({ iri }) => iri));
  const { modelCalls: calls, inputTokens, outputTokens } = usage;
  return { id, answer, verdict, evidence, ms: round(ms, 0), calls, tokens: inputTokens + outputTokens, table };
}

function figuresOf(scores: readonly ComparisonScore[], asked: readonly Asked[], quotes: QuoteCheck): Figure[] {
  const told = scores.filter(({ isTable }) => isTable);
  const wanted = scores.filter(({ expected }) => expected);
  const both = told.filter(({ expected }) => expected);
  const cells = scores.flatMap((score) => score.cells);
  const outcomes = (...which: CellOutcome[]): number => cells.filter(({ outcome }) => which.includes(outcome)).length;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const papers = sum(wanted.map((score) => score.papers?.expected ?? 0));
  const aspects = sum(wanted.map((score) => score.aspects?.expected ?? 0));
  const tables = asked.filter(({ answer }) => answer.table !== undefined);
  return [
    { name: 'questions', value: scores.length, unit: '' },
    { name: 'recognised as a comparison, precision', value: ratio(both.length, told.length), unit: '' },
    { name: 'recognised as a comparison, recall', value: ratio(both.length, wanted.length), unit: '' },
    { name: 'papers found', value: sum(wanted.map((score) => score.papers?.found ?? 0)), unit: `of ${papers}` },
    {
      name: 'papers that were not meant',
      value: sum(wanted.map((score) => score.papers?.strange.length ?? 0)),
      unit: '',
    },
    { name: 'aspects found', value: sum(wanted.map((score) => score.aspects?.found ?? 0)), unit: `of ${aspects}` },
    { name: 'cells right', value: outcomes('right'), unit: `of ${cells.length - silent(cells)}` },
    { name: 'cells wrong', value: outcomes('wrong'), unit: '' },
    { name: 'cells empty though the paper says it', value: outcomes('wrongly empty', 'no cell'), unit: '' },
    { name: 'cells rightly empty', value: outcomes('rightly empty'), unit: `of ${silent(cells)}` },
    { name: 'quotes', value: quotes.quotes, unit: '' },
    { name: 'quotes word for word', value: ratio(quotes.verbatim, quotes.quotes), unit: '', bar: '1' },
    { name: 'quotes resolvable', value: ratio(quotes.resolvable, quotes.quotes), unit: '', bar: '1' },
    { name: 'table, median', value: round(median(tables.map(({ ms }) => ms)), 0), unit: 'ms', bar: '1500' },
    { name: 'table, slowest', value: round(Math.max(0, ...tables.map(({ ms }) => ms)), 0), unit: 'ms' },
    { name: 'model calls', value: sum(asked.map(({ answer }) => answer.usage.modelCalls)), unit: '' },
  ];
}

function silent(cells: ComparisonScore['cells']): number {
  return cells.filter(({ outcome }) => outcome === 'rightly empty' || outcome === 'wrongly filled').length;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : round(part / whole, 3);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Answer } from '@askg/contract';
import { splitQuestion } from '@askg/kgqp';
import { median, round } from '../../bench/statistics.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { type Gold, goldOf, type Input, inputsOf } from './parts/gold.ts';
import { isAnswered } from './parts/is-answered.ts';
import { scoreSplit, type SplitScore } from './parts/score-splits.ts';
import { openStack, type Stack } from './stack/open-stack.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(import.meta.dirname, 'gold', 'parts');

export const evaluation: Evaluation = {
  describe:
    'Questions with several parts and questions that only look so: which are split, into what, and, on the papers of the demo, how many parts are answered when asked in parts and when asked whole.',
  run: evaluate,
};

/** What was made of a question; the answers only of those that the papers of the demo were asked. */
type Prediction = { id: string; parts: string[]; inParts?: Answer; whole?: Answer; ms?: number };

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const { split } = options;
  const stack = await openStack({ models: process.env['ASKG_MODELS'] ?? join(root, 'data', 'models'), from: 'jats' });
  try {
    const predictions: Prediction[] = [];
    for (const input of inputsOf(folder, split)) predictions.push(await predict(stack, input));
    const file = options.predictions ?? join(root, 'results', 'eval', `parts-${split}.jsonl`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, predictions.map((each) => `${JSON.stringify(shown(each))}\n`).join(''));

    const gold = goldOf(folder, split);
    const pairs = gold.flatMap((question) => {
      const prediction = predictions.find(({ id }) => id === question.id);
      return prediction ? [{ question, prediction }] : [];
    });
    const scores = pairs.map(({ question, prediction }) => scoreSplit(question, prediction));
    const wrong = scores.filter((score) => !score.hasWords).map(({ id }) => id);
    return { figures: [...splitFigures(scores), ...answerFigures(pairs)], details: { wrong, scores } };
  } finally {
    await stack.close();
  }
}

async function predict({ qa }: Stack, { id, of, question }: Input): Promise<Prediction> {
  const parts = splitQuestion(question);
  if (of !== 'demo') return { id, parts };
  const start = performance.now();
  const inParts = await ask(qa, question, false);
  const ms = performance.now() - start;
  const whole = await ask(qa, question, true);
  process.stderr.write(`${id} ${inParts.verdict} ${whole.verdict}\n`);
  return { id, parts, inParts, whole, ms };
}

async function ask(qa: Stack['qa'], question: string, isWhole: boolean): Promise<Answer> {
  for await (const event of qa.ask({ question, isWhole })) {
    if (event.event === 'failed') throw new Error(`${question}: ${event.problem.detail}`);
    if (event.event === 'done') return event.answer;
  }
  throw new Error(`${question}: no answer`);
}

function shown({ id, parts, inParts, whole, ms }: Prediction): object {
  const of = (answer: Answer | undefined) => answer && { verdict: answer.verdict, answer: answer.answer };
  return { id, parts, inParts: of(inParts), whole: of(whole), ms };
}

function splitFigures(scores: readonly SplitScore[]): Figure[] {
  const gold = scores.filter(({ isGold }) => isGold);
  const split = scores.filter(({ isSplit }) => isSplit);
  const right = gold.filter(({ isSplit }) => isSplit).length;
  return [
    { name: 'precision of splits', value: ratio(right, split.length), unit: `over ${split.length}` },
    { name: 'recall of splits', value: ratio(right, gold.length), unit: `over ${gold.length}` },
    {
      name: 'right number of parts',
      value: ratio(
        count(scores, (each) => each.hasNumber),
        scores.length,
      ),
      unit: '',
    },
    {
      name: 'split questions with the right words',
      value: ratio(
        count(gold, (each) => each.hasWords),
        gold.length,
      ),
      unit: '',
    },
  ];
}

function answerFigures(pairs: readonly { question: Gold; prediction: Prediction }[]): Figure[] {
  const asked = pairs.filter(({ question, prediction }) => question.parts.length > 1 && prediction.inParts);
  const answered = (answer: Answer | undefined, { parts }: Gold): boolean[] =>
    answer === undefined ? [] : parts.flatMap((part) => isAnswered(answer, part) ?? []);
  const inParts = asked.flatMap(({ question, prediction }) => answered(prediction.inParts, question));
  const whole = asked.flatMap(({ question, prediction }) => answered(prediction.whole, question));
  const times = asked.flatMap(({ prediction }) => prediction.ms ?? []);
  return [
    {
      name: 'parts answered, asked in parts',
      value: ratio(count(inParts, Boolean), inParts.length),
      unit: `over ${inParts.length}`,
    },
    {
      name: 'parts answered, asked whole',
      value: ratio(count(whole, Boolean), whole.length),
      unit: `over ${whole.length}`,
    },
    ...(times.length === 0 ? [] : [{ name: 'answer in parts, median', value: round(median(times), 0), unit: 'ms' }]),
  ];
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : round(part / whole, 3);
}

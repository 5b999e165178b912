import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '@askg/contract';
import type { QuestionAnswering } from '@askg/kgqp';
import type { Measure } from '../main.ts';
import { median, quantile, round } from '../statistics.ts';

type Asked = { id: string; firstMs: number; ms: number; answer: Answer };

/** The development questions of the demo, as texts. */
export function demoQuestions(): { id: string; question: string }[] {
  const file = join(import.meta.dirname, '..', '..', 'demo', 'questions.json');
  const questions = JSON.parse(readFileSync(file, 'utf8')) as { id: string; question: string }[];
  return questions.filter(({ id }) => id.startsWith('dev-'));
}

/** Asks the questions one after the other, without a chat model, so many times, and tells what a user waits for. */
export async function measureAnswers(
  qa: QuestionAnswering,
  questions: readonly { id: string; question: string }[],
  options: { rounds: number; bar: number },
): Promise<Measure[]> {
  const asked: Asked[] = [];
  for (let turn = 0; turn < options.rounds; turn++) {
    for (const { id, question } of questions) asked.push(await ask(qa, id, question));
  }
  const times = asked.map(({ ms }) => ms);
  const names = new Set(asked.flatMap(({ answer }) => Object.keys(answer.timings)));
  const stepTimes = (step: string): number[] => asked.flatMap(({ answer }) => answer.timings[step] ?? []);
  const steps = [...names].map((step) => [step, round(median(stepTimes(step)), 1)] as const);
  const slowest = asked.reduce((a, b) => (b.ms > a.ms ? b : a));
  return [
    {
      name: 'first event, slowest',
      value: round(Math.max(...asked.map(({ firstMs }) => firstMs)), 1),
      unit: 'ms',
      bar: 200,
    },
    {
      name: 'answer without a chat model, median',
      value: round(median(times), 0),
      unit: 'ms',
      bar: options.bar,
      details: {
        questions: asked.length,
        answered: asked.filter(({ answer }) => answer.claims.length > 0).length,
        degraded: asked.filter(({ answer }) => answer.degraded.length > 0).length,
        stepsMedian: Object.fromEntries(steps),
      },
    },
    { name: 'answer without a chat model, 95th percentile', value: round(quantile(times, 0.95), 0), unit: 'ms' },
    {
      name: 'answer without a chat model, slowest',
      value: round(slowest.ms, 0),
      unit: 'ms',
      details: { question: slowest.id, steps: slowest.answer.timings },
    },
  ];
}

async function ask(qa: QuestionAnswering, id: string, question: string): Promise<Asked> {
  const start = performance.now();
  let firstMs: number | undefined;
  for await (const event of qa.ask({ question })) {
    firstMs ??= performance.now() - start;
    if (event.event === 'done') return { id, firstMs, ms: performance.now() - start, answer: event.answer };
  }
  throw new Error(`${id} got no answer`);
}

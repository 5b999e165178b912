import type { AnalysedQuestion } from '../question/question.ts';
import { type Asked, askQuestion, type AskQuestionOptions } from './ask-question.ts';
import { type DraftEvent, numberEvent } from './draft-event.ts';
import { EventQueue } from './event-queue.ts';
import { orAborted } from './race.ts';
import type { RunContext } from './run-context.ts';
import type { RunEvent } from './run-events.ts';

/** A question to ask beside others. */
export type Asking = AskQuestionOptions & { question: AnalysedQuestion };

/** The order in which a run tells what happens. */
const order: readonly DraftEvent['event'][] = ['links', 'query', 'rows', 'passages', 'evidence'];

/**
 * Asks several questions within a run, some at once. What happens is told in the order of the contract, and of one kind in the
 * order of the questions, whichever is faster: so numbers and positions of queries do not depend on time.
 * @param atOnce how many are asked at the same time
 * @returns what each came to, in the order of the questions
 * @throws RunCancelled, and the first fault of ours
 */
export async function* askTogether(
  context: RunContext,
  askings: readonly Asking[],
  atOnce = 2,
): AsyncGenerator<RunEvent, Asked[]> {
  const queues = askings.map(() => new EventQueue<DraftEvent, Asked>());
  const waiting = askings.entries();
  const work = async (): Promise<void> => {
    for (const [i, { question, ...options }] of waiting) {
      await queues[i]?.fill(askQuestion(context, question, options));
    }
  };
  for (let i = 0; i < Math.min(atOnce, askings.length); i += 1) void work();

  const told = askings.map(() => 0);
  for (;;) {
    const heads = await orAborted(Promise.all(queues.map((queue) => queue.head())), context.signal);
    const places = heads.map((event) => (event === undefined ? Infinity : order.indexOf(event.event)));
    const first = places.indexOf(Math.min(...places));
    const event = heads[first];
    if (event === undefined) break;
    queues[first]?.take();
    yield numberEvent(event, context.numbers, sum(told.slice(0, first)));
    if (event.event === 'query') told[first] = (told[first] ?? 0) + 1;
  }
  return Promise.all(queues.map((queue) => queue.result()));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

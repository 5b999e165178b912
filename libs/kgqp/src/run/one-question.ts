import { analyseQuestion } from '../question/analyse-question.ts';
import { askQuestion } from './ask-question.ts';
import type { Conclusion } from './conclusion.ts';
import { numberEvent } from './draft-event.ts';
import type { KindOfRun } from './kind-of-run.ts';
import { plan } from './plan.ts';
import type { RunContext } from './run-context.ts';
import type { RunEvent } from './run-events.ts';

/** A question that is asked as it stands. */
export const oneQuestion: KindOfRun = async function* (
  context: RunContext,
  text: string,
): AsyncGenerator<RunEvent, Conclusion> {
  const question = analyseQuestion(text);
  yield { event: 'plan', steps: plan(context.request, question) };
  const asking = askQuestion(context, question);
  for (;;) {
    const next = await asking.next();
    if (!next.done) {
      yield numberEvent(next.value, context.numbers);
      continue;
    }
    const { outcome, gathered, query } = next.value;
    const { claims, text: words, polarity, ...rest } = outcome;
    const stretches = [{ claims, query, ...(words === undefined ? {} : { text: words }) }];
    return { ...rest, gathered, stretches, ...(polarity ? { extras: { polarity } } : {}) };
  }
};

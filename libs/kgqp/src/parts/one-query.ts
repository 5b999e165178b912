import type { FactAnswer } from '../facts.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { askFacts } from '../run/fact-step.ts';
import type { RunContext } from '../run/run-context.ts';

/** Milliseconds that the planner has to show that it needs no split. */
const deadlineMs = 2_000;
/** From here on every word of the question has its place in the query. Seen on the development questions. */
const certain = 0.99;

/** Whether one query of the planner answers a question whole: each of so many parts a column, and no word unknown. */
export async function isOneQuery(
  { parts, signal, request }: RunContext,
  text: string,
  asked: number,
): Promise<boolean> {
  const { papers, isConfined, choices, mode, ways } = request;
  if (mode === 'retrieve' || ways === 'text') return false;
  const end = parts.watch.start('one query');
  const asking = askFacts(parts.facts, analyseQuestion(text), {
    signal,
    deadlines: { facts: deadlineMs, factsWithModel: deadlineMs, textualNodes: deadlineMs },
    nodes: false,
    ...(papers ? { papers } : {}),
    ...(isConfined ? { isConfined } : {}),
    ...(choices ? { choices } : {}),
  });
  for (;;) {
    const next = await asking.next();
    if (!next.done) continue;
    end();
    const { answer } = next.value;
    return answer !== undefined && answersAll(answer, asked);
  }
}

/** A column more, or one that no row fills, shows that the query means something else. */
function answersAll({ shape, columns, rows, confidence }: FactAnswer, asked: number): boolean {
  const isFilled = columns.every((column) => rows.some(({ bindings }) => bindings[column] !== undefined));
  return shape === 'table' && confidence >= certain && columns.length === asked && isFilled;
}

import type { SparqlRun } from '@askg/contract';
import type { FactAnswer, FactEvent } from '@askg/kgqp';
import type { Produced } from './question-set.ts';

/** What the events of one question come to. */
export async function producedBy(events: AsyncIterable<FactEvent>): Promise<Produced> {
  const runs: SparqlRun[] = [];
  let answer: FactAnswer | undefined;
  for await (const event of events) {
    if (event.type === 'query') runs.push(event.run);
    if (event.type === 'answer') answer = event.answer;
  }
  if (answer === undefined) return { sparql: '', values: [], runs, confidence: 0 };
  const values = answer.rows.flatMap(({ bindings }) => answer.columns.flatMap((name) => bindings[name]?.value ?? []));
  return { sparql: answer.run.text, values: [...new Set(values)], runs, confidence: answer.confidence };
}

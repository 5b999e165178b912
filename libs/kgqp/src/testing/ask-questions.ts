import { type Answer, AskEvent } from '@askg/contract';
import type { AskOptions, AskRequest } from '../run/ask-request.ts';
import { QuestionAnswering, type QuestionAnsweringParts } from '../run/question-answering.ts';
import { MemoryRetriever } from './memory-passages.ts';
import { StubFacts } from './stub-facts.ts';
import type { TestCorpus } from './test-corpus.ts';

/** Question answering over a test's papers: by words, with no facts and a clock of its own unless the test brings others. */
export function answering(
  { corpus, passages }: TestCorpus,
  parts: Partial<QuestionAnsweringParts> = {},
): QuestionAnswering {
  let ids = 0;
  let clock = 0;
  return new QuestionAnswering({
    corpus,
    passages,
    retriever: new MemoryRetriever(passages),
    facts: new StubFacts(),
    now: () => (clock += 1),
    newId: () => `id-${++ids}`,
    ...parts,
  });
}

/** All events of a run, each checked against the contract. */
export async function ask(
  qa: QuestionAnswering,
  request: AskRequest | string,
  options?: AskOptions,
): Promise<AskEvent[]> {
  const events: AskEvent[] = [];
  for await (const event of qa.ask(typeof request === 'string' ? { question: request } : request, options)) {
    events.push(AskEvent.parse(event));
  }
  return events;
}

/** The answer that a run ended with. @throws Error when it ended otherwise */
export function answerOf(events: readonly AskEvent[]): Answer {
  const last = events.at(-1);
  if (last?.event !== 'done') throw new Error(`ended with ${last?.event}`);
  return last.answer;
}

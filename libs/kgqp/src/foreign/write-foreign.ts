import type { Degraded, SparqlRun } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import type { GraphStore } from '@askg/graph';
import type { FactAnswer } from '../facts.ts';
import type { Vocabulary } from '../linking/vocabulary.ts';
import type { QueryWriter } from '../writer/query-writer.ts';
import type { ForeignQueryPrompt } from './foreign-query-prompt.ts';
import type { ForeignPlanning } from './foreign-planner.ts';

/** What a chat model's queries over a foreign graph gave. */
export type WrittenForeign = { runs: SparqlRun[]; degraded: Degraded[]; answer?: FactAnswer };

export type ForeignWriting = {
  writer: QueryWriter;
  prompt: ForeignQueryPrompt;
  vocabulary: Vocabulary;
  store: GraphStore;
  chat: ChatModel;
  signal?: AbortSignal | undefined;
  /** Milliseconds that are left. */
  remaining: () => number;
};

/** Lets a chat model write queries where the planner found nothing. */
export async function writeForeign(
  question: string,
  planning: ForeignPlanning,
  { writer, prompt, vocabulary, store, chat, signal, remaining }: ForeignWriting,
): Promise<WrittenForeign> {
  const options = signal === undefined ? {} : { signal };
  const context = { store, vocabulary, chat, remaining, options, prologue: prompt.prologue };
  const events = writer.answer('list', prompt.ask(question, planning), context);
  const written: WrittenForeign = { runs: [], degraded: [] };
  for (;;) {
    const next = await events.next();
    if (next.done) return next.value === undefined ? written : { ...written, answer: next.value };
    if (next.value.type === 'query') written.runs.push(next.value.run);
    if (next.value.type === 'degraded') written.degraded.push(next.value.degraded);
  }
}

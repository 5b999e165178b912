import { InferenceError, type ChatModel, type ChatReply, type ChatRequest, type RunOptions } from '@askg/inference';
import { round } from '../../../bench/statistics.ts';
import type { Produced, QuestionSet } from './question-set.ts';

/** The standard form, one line a question, with what the report needs beside it. */
export type Prediction = {
  id: string;
  sparql: string;
  values: readonly string[];
  ms: number;
  calls: number;
  tokens: number;
};
export type Predicted = Prediction & Pick<Produced, 'runs' | 'confidence'>;

/** Counts what a model is asked. */
class CountedChat implements ChatModel {
  calls = 0;
  tokens = 0;
  readonly #model: ChatModel;

  constructor(model: ChatModel) {
    this.#model = model;
  }

  get name(): string {
    return this.#model.name;
  }

  async complete(request: ChatRequest, options?: RunOptions): Promise<ChatReply> {
    this.calls++;
    const reply = await this.#model.complete(request, options);
    this.tokens += reply.usage.inputTokens + reply.usage.outputTokens;
    return reply;
  }
}

/** Asks the questions of a set one after the other; the first is asked once before, so that nobody pays for the start. */
export async function predictAll(
  { answer, inputs }: Pick<QuestionSet, 'answer' | 'inputs'>,
  model: ChatModel | undefined,
  sample: number | undefined,
): Promise<Predicted[]> {
  const chosen = sampled(inputs, sample);
  const [first] = chosen;
  if (first !== undefined && model === undefined) await answer(first.question, undefined);
  const predictions: Predicted[] = [];
  for (const { id, question } of chosen) {
    const chat = model === undefined ? undefined : new CountedChat(model);
    const start = performance.now();
    const { sparql, values, runs, confidence } = await answer(question, chat).catch(nothing);
    const ms = round(performance.now() - start, 1);
    predictions.push({ id, sparql, values, ms, calls: chat?.calls ?? 0, tokens: chat?.tokens ?? 0, runs, confidence });
    process.stderr.write('.');
  }
  process.stderr.write('\n');
  return predictions;
}

/** A model that fails leaves the question without an answer. */
function nothing(error: unknown): Produced {
  if (!(error instanceof InferenceError)) throw error;
  return { sparql: '', values: [], runs: [], confidence: 0 };
}

/** So many of the items, spread evenly and always the same. */
export function sampled<T>(items: readonly T[], size = items.length): T[] {
  return items.filter((_, i) => Math.floor((i * size) / items.length) !== Math.floor(((i - 1) * size) / items.length));
}

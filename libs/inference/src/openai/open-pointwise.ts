import { createHash } from 'node:crypto';
import { InferenceError } from '../inference-error.ts';
import type { ModelIdentity } from '../model-identity.ts';
import { fillTemplate, type PairTemplate } from '../pair-template.ts';
import type { PairScorer } from '../pair-scorer.ts';
import type { RunOptions } from '../run-options.ts';
import { ModelServer, type ServerOptions } from './model-server.ts';
import { refusesFor } from './server-error.ts';
import { topTokens, wordDifference } from './top-logprobs.ts';
import { unusableReply } from './unusable-reply.ts';

export type PointwiseOptions = ServerOptions & {
  /** The text in which the model is asked about a query and a passage: the user's message. */
  template: PairTemplate;
  /** The two words that it may answer with; "true" and "false" when not given. */
  words?: { relevant: string; other: string };
  /** The message of the system, which tells the model to answer with one of them. */
  instruction?: string;
  /** Calls under way at the same time, 8 when not given. */
  calls?: number;
};

/** Servers allow 20 at most, some only 5. */
const topCounts = [20, 5];
/** A pair that any model answers, to see what the server gives. */
const probe = { query: 'What is the capital of France?', passage: 'The capital of France is Paris.' };

/**
 * Any chat model behind a server as a pair scorer: it is asked for one word about each passage, and the score is the difference
 * of the logarithms of probability of the two words. Its name says that it is an LLM asked point by point, whatever the
 * template was made for. A passage for which a word is not among those that the server names has NaN. The server is asked
 * once before, to see that it gives probabilities.
 * Errors: those of `ModelServer`, `inference/unusable-reply`, `inference/no-logprobs`, `inference/no-answer-words`.
 */
export async function openPointwise(options: PointwiseOptions, run: RunOptions = {}): Promise<PairScorer> {
  const scorer = new PointwiseScorer(options);
  const [score] = await scorer.score(probe.query, [probe.passage], run);
  if (!Number.isNaN(score)) return scorer;
  const { relevant, other } = scorer.words;
  const detail = `Neither or only one of "${relevant}" and "${other}" is among the likeliest first words of ${options.model}.`;
  throw new InferenceError('inference/no-answer-words', detail);
}

class PointwiseScorer implements PairScorer {
  readonly model: ModelIdentity;
  readonly words: { relevant: string; other: string };
  readonly #name: string;
  readonly #server: ModelServer;
  readonly #template: PairTemplate;
  readonly #instruction: string;
  readonly #calls: number;
  /** Learnt from refusals, so that each is met once. */
  #top = 0;
  #limit: 'max_tokens' | 'max_completion_tokens' = 'max_tokens';

  constructor({ model, template, words, instruction, calls = 8, ...server }: PointwiseOptions) {
    this.words = words ?? { relevant: 'true', other: 'false' };
    this.#instruction =
      instruction ??
      `Say whether the document answers the query. Answer with one word: ${this.words.relevant} or ${this.words.other}.`;
    const known = JSON.stringify([server.baseUrl, model, template, this.words, this.#instruction]);
    const digest = createHash('sha256').update(known).digest('hex');
    this.model = { name: `LLM pointwise (${model})`, digest, dimensions: 1, maxTokens: 512 };
    this.#name = model;
    this.#server = new ModelServer(server);
    this.#template = template;
    this.#calls = calls;
  }

  score(query: string, passages: readonly string[], options: RunOptions = {}): Promise<Float32Array> {
    return this.#server.within(options, async (signal) => {
      const scores = new Float32Array(passages.length).fill(Number.NaN);
      const rest = passages.entries();
      const work = async (): Promise<void> => {
        for (const [at, passage] of rest) scores[at] = await this.#judge(query, passage, signal);
      };
      await Promise.all(Array.from({ length: Math.min(this.#calls, passages.length) }, work));
      return scores;
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #judge(query: string, passage: string, signal: AbortSignal): Promise<number> {
    const found = topTokens(await this.#ask(fillTemplate(this.#template, query, passage), signal));
    if ('fault' in found) throw unusableReply(found.fault);
    if (found.tokens === undefined) {
      throw new InferenceError(
        'inference/no-logprobs',
        `${this.#name} answers without the probabilities of its words.`,
      );
    }
    return wordDifference(found.tokens, this.words.relevant, this.words.other) ?? Number.NaN;
  }

  async #ask(content: string, signal: AbortSignal): Promise<unknown> {
    for (;;) {
      const top = this.#top;
      const limit = this.#limit;
      const body = {
        model: this.#name,
        stream: false as const,
        messages: [
          { role: 'system' as const, content: this.#instruction },
          { role: 'user' as const, content },
        ],
        temperature: 0,
        [limit]: 1,
        logprobs: true,
        top_logprobs: topCounts[top] ?? 5,
      };
      try {
        return await this.#server.ask(signal, (client) => client.chat.completions.create(body, { signal }));
      } catch (error) {
        if (limit === 'max_tokens' && refusesFor(error, /max_tokens/)) this.#limit = 'max_completion_tokens';
        else if (top + 1 < topCounts.length && refusesFor(error, /top_logprobs/)) this.#top = top + 1;
        else if (refusesFor(error, /logprobs/)) {
          throw new InferenceError('inference/no-logprobs', (error as Error).message, { cause: error });
        } else throw error;
      }
    }
  }
}

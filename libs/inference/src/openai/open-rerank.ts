import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ModelIdentity } from '../model-identity.ts';
import type { PairScorer } from '../pair-scorer.ts';
import type { RunOptions } from '../run-options.ts';
import { ModelServer, type ServerOptions } from './model-server.ts';
import { unusableReply } from './unusable-reply.ts';

export type RerankServerOptions = ServerOptions & {
  /** Longest input it reads, in tokens; 512 when not given. Only told to callers, not enforced. */
  maxTokens?: number;
};

const Ranking = z.object({ results: z.array(z.object({ index: z.int(), relevance_score: z.number() })) });
const passagesPerCall = 64;

/**
 * A pair scorer behind any server with a rerank route (`POST BASE/rerank`), as Jina, Cohere, vLLM, llama.cpp and others have
 * it. Nothing is sent before the first call. Its scores are what the server calls relevance: on a scale of the model's own.
 * Errors: those of `ModelServer`, `inference/unusable-reply`.
 */
export function openRerank(options: RerankServerOptions): PairScorer {
  return new ServedPairScorer(options);
}

class ServedPairScorer implements PairScorer {
  readonly model: ModelIdentity;
  readonly #server: ModelServer;

  constructor({ model, maxTokens = 512, ...server }: RerankServerOptions) {
    const digest = createHash('sha256').update(`${server.baseUrl}\n${model}`).digest('hex');
    this.model = { name: model, digest, dimensions: 1, maxTokens };
    this.#server = new ModelServer(server);
  }

  score(query: string, passages: readonly string[], options: RunOptions = {}): Promise<Float32Array> {
    return this.#server.within(options, async (signal) => {
      const scores = new Float32Array(passages.length).fill(Number.NaN);
      for (let start = 0; start < passages.length; start += passagesPerCall) {
        scores.set(await this.#score(query, passages.slice(start, start + passagesPerCall), signal), start);
      }
      return scores;
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Servers give the best first; a score belongs to the passage that its `index` names, never to the place it stands at. */
  async #score(query: string, documents: readonly string[], signal: AbortSignal): Promise<Float32Array> {
    const body = { model: this.model.name, query, documents, top_n: documents.length, return_documents: false };
    const reply = await this.#server.ask(signal, (client) => client.post<unknown>('/rerank', { body, signal }));
    const parsed = Ranking.safeParse(reply);
    if (!parsed.success) throw unusableReply(`it is no list of scores: ${z.prettifyError(parsed.error)}`);
    const scores = new Float32Array(documents.length).fill(Number.NaN);
    for (const { index, relevance_score: score } of parsed.data.results) {
      if (index < 0 || index >= documents.length) {
        throw unusableReply(`it scores text ${index} of ${documents.length}.`);
      }
      if (!Number.isNaN(scores[index])) throw unusableReply(`it scores text ${index} twice.`);
      scores[index] = score;
    }
    return scores;
  }
}

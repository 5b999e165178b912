import { createHash } from 'node:crypto';
import type { Embedder, TextKind, TextVectors } from '../embedder.ts';
import { InferenceError } from '../inference-error.ts';
import type { ModelIdentity } from '../model-identity.ts';
import type { RunOptions } from '../run-options.ts';
import { toUnit } from '../unit-vector.ts';
import { embeddingsOf } from './embeddings-reply.ts';
import { ModelServer, type ServerOptions } from './model-server.ts';
import { unusableReply } from './unusable-reply.ts';

export type EmbeddingsOptions = ServerOptions & {
  /** Length of the vectors it gives. */
  dimensions: number;
  /** Longest input it reads, in tokens; 512 when not given. Only told to callers, not enforced. */
  maxTokens?: number;
  /** Words the model wants before a text of each kind. */
  prefixes?: Record<TextKind, string>;
};

const textsPerCall = 64;

/**
 * An embedder behind any server with OpenAI's embeddings route. Nothing is sent before the first call. The weights are out
 * of sight, so its digest is that of all that is known of it: the server's address, the model's name, the length of its
 * vectors and the prefixes. Vectors that were made otherwise are another model's. It gives no token vectors.
 * Errors: those of `ModelServer`, `inference/unusable-reply`, `inference/no-token-vectors`.
 */
export function openEmbeddings(options: EmbeddingsOptions): Embedder {
  return new ServedEmbedder(options);
}

class ServedEmbedder implements Embedder {
  readonly model: ModelIdentity;
  readonly #server: ModelServer;
  readonly #prefixes: Record<TextKind, string>;

  constructor({ model, dimensions, maxTokens = 512, prefixes, ...server }: EmbeddingsOptions) {
    const known = JSON.stringify([server.baseUrl, model, dimensions, prefixes?.query, prefixes?.passage]);
    const digest = createHash('sha256').update(known).digest('hex');
    this.model = { name: model, digest, dimensions, maxTokens };
    this.#server = new ModelServer(server);
    this.#prefixes = prefixes ?? { query: '', passage: '' };
  }

  embed(kind: TextKind, texts: readonly string[], options: RunOptions = {}): Promise<Float32Array[]> {
    return this.#server.within(options, async (signal) => {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += textsPerCall) {
        const input = texts.slice(start, start + textsPerCall).map((text) => this.#prefixes[kind] + text);
        vectors.push(...(await this.#embed(input, signal)));
      }
      return vectors;
    });
  }

  embedTokens(): Promise<TextVectors[]> {
    return Promise.reject(
      new InferenceError('inference/no-token-vectors', `${this.model.name} gives one vector a text.`),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #embed(input: string[], signal: AbortSignal): Promise<Float32Array[]> {
    const body = { model: this.model.name, input, encoding_format: 'float' as const };
    const reply = await this.#server.ask(signal, (client) => client.embeddings.create(body, { signal }));
    return embeddingsOf(reply, input.length).map((embedding, index) => this.#vector(index, embedding));
  }

  #vector(index: number, embedding: readonly number[]): Float32Array {
    if (embedding.length !== this.model.dimensions) {
      throw unusableReply(`text ${index} has ${embedding.length} numbers instead of ${this.model.dimensions}.`);
    }
    try {
      return toUnit(Float32Array.from(embedding));
    } catch {
      throw unusableReply(`the vector of text ${index} has no direction.`);
    }
  }
}

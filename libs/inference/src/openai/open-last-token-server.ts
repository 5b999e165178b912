import { createHash } from 'node:crypto';
import type { LastTokenEncoder } from '../last-token-encoder.ts';
import type { ModelIdentity } from '../model-identity.ts';
import type { RunOptions } from '../run-options.ts';
import { embeddingsOf } from './embeddings-reply.ts';
import { ModelServer, type ServerOptions } from './model-server.ts';
import { probeLastToken } from './probe-last-token.ts';
import { unusableReply } from './unusable-reply.ts';

export type LastTokenServerOptions = ServerOptions & {
  /** Length of the vectors it gives: the hidden size of the model. */
  dimensions: number;
  /** Longest prompt it reads, in tokens; 8,192 when not given. Only told to callers, not enforced. */
  maxTokens?: number;
  /** Prompts sent in one call, 16 when not given; 1 for a server that batches wrongly. */
  batch?: number;
  /** Tells weights apart that the server gives under one name, such as a commit; part of the digest. */
  revision?: string;
};

/**
 * A decoder-only model behind any server with OpenAI's embeddings route, once a probe of some short calls has shown that what it
 * gives is the plain state of a prompt's last token; see `probeLastToken`. The weights are out of sight, so that the digest is
 * that of the server's address, the model's name, its revision and the length of its vectors.
 * @param run for the whole of the probe
 * Errors: those of `ModelServer`, `inference/unusable-reply`, and of the probe `inference/adds-tokens`,
 * `inference/wrong-pooling`, `inference/mixes-inputs`.
 */
export async function openLastTokenServer(
  options: LastTokenServerOptions,
  run: RunOptions = {},
): Promise<LastTokenEncoder> {
  const encoder = new ServedLastToken(options, false);
  const { unitLength } = await new ModelServer(options).within(run, (signal) => probeLastToken(encoder, { signal }));
  return new ServedLastToken(options, unitLength);
}

class ServedLastToken implements LastTokenEncoder {
  readonly model: ModelIdentity;
  readonly unitLength: boolean;
  readonly #server: ModelServer;
  readonly #batch: number;

  constructor(
    { model, dimensions, maxTokens = 8_192, batch = 16, revision = '', ...server }: LastTokenServerOptions,
    unitLength: boolean,
  ) {
    if (!(batch >= 1)) throw new RangeError(`A call takes at least one prompt, not ${batch}.`);
    const known = JSON.stringify(['last-token', server.baseUrl, model, revision, dimensions]);
    this.model = { name: model, digest: createHash('sha256').update(known).digest('hex'), dimensions, maxTokens };
    this.unitLength = unitLength;
    this.#server = new ModelServer(server);
    this.#batch = batch;
  }

  lastStates(prompts: readonly string[], options: RunOptions = {}): Promise<Float32Array[]> {
    return this.#server.within(options, async (signal) => {
      const states: Float32Array[] = [];
      for (let start = 0; start < prompts.length; start += this.#batch) {
        const input = prompts.slice(start, start + this.#batch);
        const body = { model: this.model.name, input, encoding_format: 'float' as const };
        const reply = await this.#server.ask(signal, (client) => client.embeddings.create(body, { signal }));
        states.push(...embeddingsOf(reply, input.length).map((numbers) => this.#state(numbers)));
      }
      return states;
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #state(numbers: readonly number[]): Float32Array {
    const { dimensions } = this.model;
    if (numbers.length !== dimensions) {
      throw unusableReply(`a vector has ${numbers.length} numbers instead of ${dimensions}.`);
    }
    const state = Float32Array.from(numbers);
    if (!state.every(Number.isFinite) || state.every((value) => value === 0)) {
      throw unusableReply('a vector has no direction.');
    }
    return state;
  }
}

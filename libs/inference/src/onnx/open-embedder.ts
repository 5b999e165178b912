import type { Embedder, TextKind, TextVectors } from '../embedder.ts';
import type { ModelStore } from '../fetch/model-store.ts';
import { defaultEmbedder } from '../manifest/manifest.ts';
import type { EmbedderEntry } from '../manifest/model-entry.ts';
import type { ModelIdentity } from '../model-identity.ts';
import type { RunOptions } from '../run-options.ts';
import { ModelPool } from './model-pool.ts';
import { identityOf, type OnnxOptions, workerSetup, wrongKind } from './worker-setup.ts';
import type { EmbedItem, EmbedResult } from './worker-messages.ts';

/**
 * Opens a fetched embedder in threads of its own.
 * Errors: `inference/model-not-here` when it has not been fetched, `unknown-model`, `wrong-kind`, `damaged-model`.
 */
export async function openEmbedder(
  store: ModelStore,
  name: string = defaultEmbedder,
  { threads = 1, idleMs }: OnnxOptions = {},
): Promise<Embedder> {
  const model = store.entry(name);
  if (model.kind !== 'embedder') throw wrongKind(model, 'an embedder');
  const { pooling, dimensions } = model;
  const setup = await workerSetup(store, model, { type: 'embed', pooling, dimensions });
  return new OnnxEmbedder(model, await ModelPool.start(setup, { threads, idleMs }, ({ text }) => text.length));
}

/**
 * An encoder's token vectors pooled to one vector a text. Each text is a run of its own: an int8 model scales its numbers by
 * all that is in the run, so that in a batch the neighbours would change a text's vector (cosine 0.994 to 0.998 in a batch
 * of eight). So the same text always has the very same vector; on a CPU it costs nothing from about 100 tokens on.
 */
class OnnxEmbedder implements Embedder {
  readonly model: ModelIdentity;
  readonly #prefixes: EmbedderEntry['prefixes'];
  readonly #pool: ModelPool<EmbedItem, EmbedResult>;

  constructor(model: EmbedderEntry, pool: ModelPool<EmbedItem, EmbedResult>) {
    this.model = identityOf(model, model.dimensions);
    this.#prefixes = model.prefixes;
    this.#pool = pool;
  }

  async embed(kind: TextKind, texts: readonly string[], options?: RunOptions): Promise<Float32Array[]> {
    const items = texts.map((text) => ({ text: this.#prefixes[kind] + text, tokens: false as const }));
    return (await this.#pool.run(items, options)).map(({ vector }) => vector);
  }

  async embedTokens(kind: TextKind, texts: readonly string[], options?: RunOptions): Promise<TextVectors[]> {
    // Only a query's vector needs the prefix, and only its tokens are better without, so that it takes a second pass.
    const twice = kind === 'query' && this.#prefixes.query !== '';
    const items = texts.flatMap((text): EmbedItem[] => {
      const prefixed: EmbedItem = { text: this.#prefixes[kind] + text, tokens: twice ? false : kind };
      return twice ? [prefixed, { text, tokens: kind }] : [prefixed];
    });
    const results = await this.#pool.run(items, options);
    const step = twice ? 2 : 1;
    return texts.map((_, index) => {
      const vector = results[index * step]?.vector;
      const tokens = results[index * step + step - 1]?.tokens;
      if (vector === undefined || tokens === undefined) throw new Error('A text has no vectors.');
      return { vector, tokens };
    });
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

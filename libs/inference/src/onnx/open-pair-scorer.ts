import type { ModelStore } from '../fetch/model-store.ts';
import { defaultPairScorer } from '../manifest/manifest.ts';
import type { PairScorerEntry } from '../manifest/model-entry.ts';
import type { ModelIdentity } from '../model-identity.ts';
import type { PairScorer } from '../pair-scorer.ts';
import type { RunOptions } from '../run-options.ts';
import { ModelPool } from './model-pool.ts';
import { identityOf, type OnnxOptions, workerSetup, wrongKind } from './worker-setup.ts';
import type { ScoreItem, ScoreResult } from './worker-messages.ts';

/**
 * Opens a fetched cross-encoder in threads of its own.
 * Errors: `inference/model-not-here` when it has not been fetched, `unknown-model`, `wrong-kind`, `damaged-model`.
 */
export async function openPairScorer(
  store: ModelStore,
  name: string = defaultPairScorer,
  { threads = 1, idleMs }: OnnxOptions = {},
): Promise<PairScorer> {
  const model = store.entry(name);
  if (model.kind !== 'pair-scorer') throw wrongKind(model, 'a pair scorer');
  const setup = await workerSetup(store, model, { type: 'score' });
  const pool = await ModelPool.start<ScoreItem, ScoreResult>(
    setup,
    { threads, idleMs },
    ({ query, passage }) => query.length + passage.length,
  );
  return new OnnxPairScorer(model, pool);
}

class OnnxPairScorer implements PairScorer {
  readonly model: ModelIdentity;
  readonly #pool: ModelPool<ScoreItem, ScoreResult>;

  constructor(model: PairScorerEntry, pool: ModelPool<ScoreItem, ScoreResult>) {
    this.model = identityOf(model, 1);
    this.#pool = pool;
  }

  async score(query: string, passages: readonly string[], options?: RunOptions): Promise<Float32Array> {
    const items = passages.map((passage) => ({ query, passage }));
    return Float32Array.from(await this.#pool.run(items, options));
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

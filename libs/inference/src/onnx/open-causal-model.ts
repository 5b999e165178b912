import { type CausalModel, checkSequence } from '../causal-model.ts';
import type { ModelStore } from '../fetch/model-store.ts';
import type { ModelIdentity } from '../model-identity.ts';
import type { PromptTokenizer } from '../prompt-tokenizer.ts';
import type { RunOptions } from '../run-options.ts';
import type { CausalItem, CausalResult } from './causal-task.ts';
import { identityOfWeights, readTokenizer, weightsBeside } from './decoder-files.ts';
import { ModelPool } from './model-pool.ts';
import { type OnnxOptions, workerSetup, wrongKind } from './worker-setup.ts';

export type CausalOptions = OnnxOptions & {
  /** Cores that one sequence may use, 1 when not given: a prompt of thousands of tokens is faster on several. */
  cores?: number;
  /** Longest sequence it takes, in tokens, where that shall be less than the window: memory grows with its square. */
  maxTokens?: number;
};

/**
 * Opens a fetched decoder-only model (ONNX, without cache) in threads of its own. Files of the model beyond `model.onnx` and
 * `tokenizer.json` whose names begin with `model.onnx` hold its weights: they are checked and count for its digest.
 * Errors: `inference/model-not-here` when it has not been fetched, `unknown-model`, `wrong-kind`, `damaged-model`.
 */
export async function openCausalModel(
  store: ModelStore,
  name: string,
  { threads = 1, idleMs, cores = 1, maxTokens }: CausalOptions = {},
): Promise<CausalModel> {
  const model = store.entry(name);
  if (model.kind !== 'causal-model') throw wrongKind(model, 'a decoder that gives hidden states');
  const more = weightsBeside(store, model);
  const setup = await workerSetup(store, model, { type: 'causal', dimensions: model.dimensions, cores, more });
  const tokenizer = await readTokenizer(setup.tokenizer);
  const pool = await ModelPool.start<CausalItem, CausalResult>(
    setup,
    { threads, idleMs },
    ({ ids }) => ids.length * charactersPerToken,
  );
  return new OnnxCausalModel(identityOfWeights(model, maxTokens), tokenizer, pool);
}

/** The queue measures work in characters. */
const charactersPerToken = 4;

class OnnxCausalModel implements CausalModel {
  readonly model: ModelIdentity;
  readonly tokenizer: PromptTokenizer;
  readonly #pool: ModelPool<CausalItem, CausalResult>;

  constructor(model: ModelIdentity, tokenizer: PromptTokenizer, pool: ModelPool<CausalItem, CausalResult>) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.#pool = pool;
  }

  async hiddenStates(
    ids: readonly number[],
    positions: readonly number[],
    options?: RunOptions,
  ): Promise<Float32Array[]> {
    checkSequence(this.model, ids, positions);
    const [states = []] = await this.#pool.run([{ ids, positions }], options);
    return states;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

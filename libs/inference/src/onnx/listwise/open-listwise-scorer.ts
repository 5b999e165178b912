import { checkSequence } from '../../causal-model.ts';
import type { ModelStore } from '../../fetch/model-store.ts';
import type { ListwisePass, ListwiseScorer, ListwiseScores } from '../../listwise-scorer.ts';
import type { ModelIdentity } from '../../model-identity.ts';
import type { PromptTokenizer } from '../../prompt-tokenizer.ts';
import type { RunOptions } from '../../run-options.ts';
import { identityOfWeights, readTokenizer, weightsBeside } from '../decoder-files.ts';
import { ModelPool } from '../model-pool.ts';
import type { CausalOptions } from '../open-causal-model.ts';
import { workerSetup, wrongKind } from '../worker-setup.ts';

/** The queue measures work in characters. */
const charactersPerToken = 4;

/**
 * Opens a fetched listwise scorer (ONNX, its projector in the graph) in threads of its own.
 * Errors: `inference/model-not-here` when it has not been fetched, `unknown-model`, `wrong-kind`, `noncommercial`,
 * `damaged-model`.
 */
export async function openListwiseScorer(
  store: ModelStore,
  name: string,
  { threads = 1, idleMs, cores = 1, maxTokens }: CausalOptions = {},
): Promise<ListwiseScorer> {
  const model = store.entry(name);
  if (model.kind !== 'listwise-scorer') throw wrongKind(model, 'a scorer of lists of passages');
  const { dimensions, vectors } = model;
  const more = weightsBeside(store, model);
  const setup = await workerSetup(store, model, { type: 'listwise', dimensions, vectors, cores, more });
  const tokenizer = await readTokenizer(setup.tokenizer);
  const pool = await ModelPool.start<ListwisePass, ListwiseScores>(
    setup,
    { threads, idleMs },
    ({ ids }) => ids.length * charactersPerToken,
  );
  return new OnnxListwiseScorer(identityOfWeights(model, maxTokens), tokenizer, vectors, pool);
}

class OnnxListwiseScorer implements ListwiseScorer {
  readonly model: ModelIdentity;
  readonly tokenizer: PromptTokenizer;
  readonly givesVectors: boolean;
  readonly #pool: ModelPool<ListwisePass, ListwiseScores>;

  constructor(
    model: ModelIdentity,
    tokenizer: PromptTokenizer,
    givesVectors: boolean,
    pool: ModelPool<ListwisePass, ListwiseScores>,
  ) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.givesVectors = givesVectors;
    this.#pool = pool;
  }

  async score(pass: ListwisePass, options?: RunOptions): Promise<ListwiseScores> {
    checkSequence(this.model, pass.ids, [...pass.passages, pass.query]);
    const [result] = await this.#pool.run([pass], options);
    return result as ListwiseScores;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

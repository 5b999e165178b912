import { createHash } from 'node:crypto';
import type { ModelStore } from '../../fetch/model-store.ts';
import { InferenceError } from '../../inference-error.ts';
import type { SequenceScorerEntry } from '../../manifest/model-entry.ts';
import type { ModelIdentity } from '../../model-identity.ts';
import type { PairTemplate } from '../../pair-template.ts';
import type { RunOptions } from '../../run-options.ts';
import type { PairJudgement, SequenceScorer } from '../../sequence-scorer.ts';
import { ModelPool } from '../model-pool.ts';
import type { SequenceItem } from './sequence-task.ts';
import type { PairCut } from './template-tokenizer.ts';
import { type OnnxOptions, wrongKind } from '../worker-setup.ts';
import type { WorkerSetup } from '../worker-messages.ts';

export type SequenceOptions = OnnxOptions & {
  /** The text in which the model is asked about a query and a passage. */
  template: PairTemplate;
  /** `document` when not given. */
  cut?: PairCut;
};

const whole = 'model.onnx';
const encoder = 'encoder_model.onnx';
const decoder = 'decoder_model.onnx';
const tokenizer = 'tokenizer.json';

/**
 * Opens a sequence-to-sequence model that was fetched or put there, in threads of its own. Its files are `tokenizer.json` and
 * either `model.onnx` or `encoder_model.onnx` and `decoder_model.onnx`, with what these keep in further files beside them.
 * Errors: `inference/model-not-here`, `unknown-model`, `wrong-kind`, `noncommercial`, `damaged-model`.
 */
export async function openSequenceScorer(
  store: ModelStore,
  name: string,
  { threads = 1, idleMs, template, cut = 'document' }: SequenceOptions,
): Promise<SequenceScorer> {
  const model = store.entry(name);
  if (model.kind !== 'sequence-to-sequence-scorer') throw wrongKind(model, 'a sequence-to-sequence scorer');
  store.usable(name);
  if (!(await store.has(name))) {
    throw new InferenceError('inference/model-not-here', `${name} is not in ${store.folder}.`);
  }
  const pool = await ModelPool.start<SequenceItem, PairJudgement>(
    setupOf(store, model, template, cut),
    { threads, idleMs },
    ({ query, passage }) => query.length + passage.length,
  );
  return new OnnxSequenceScorer(identity(model), pool);
}

class OnnxSequenceScorer implements SequenceScorer {
  readonly model: ModelIdentity;
  readonly #pool: ModelPool<SequenceItem, PairJudgement>;

  constructor(model: ModelIdentity, pool: ModelPool<SequenceItem, PairJudgement>) {
    this.model = model;
    this.#pool = pool;
  }

  judge(query: string, passages: readonly string[], options?: RunOptions): Promise<PairJudgement[]> {
    return this.#pool.run(
      passages.map((passage) => ({ query, passage })),
      options,
    );
  }

  async score(query: string, passages: readonly string[], options?: RunOptions): Promise<Float32Array> {
    return Float32Array.from(await this.judge(query, passages, options), ({ score }) => score);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

function setupOf(store: ModelStore, model: SequenceScorerEntry, template: PairTemplate, cut: PairCut): WorkerSetup {
  const { name, maxTokens, decoderStart, answers } = model;
  const digests = new Map(model.files.map((file) => [file.name, file.sha256]));
  const first = digests.has(whole) ? whole : encoder;
  const demanded = [first, tokenizer, ...(first === encoder ? [decoder] : [])];
  for (const file of demanded) {
    if (!digests.has(file)) throw new InferenceError('inference/damaged-model', `${name} has no file ${file}.`);
  }
  const more = [...digests].filter(([file]) => file !== first && file !== tokenizer);
  return {
    weights: store.path(name, first),
    tokenizer: store.path(name, tokenizer),
    digests: { weights: digests.get(first) ?? '', tokenizer: digests.get(tokenizer) ?? '' },
    maxTokens,
    task: {
      type: 'sequence',
      ...(first === encoder ? { decoder: store.path(name, decoder) } : {}),
      more: more.map(([file, digest]) => ({ path: store.path(name, file), digest })),
      decoderStart,
      answers,
      template,
      cut,
    },
  };
}

/** The digest covers all files of the weights; with a single one it is that file's. */
function identity({ name, files, maxTokens, licence, commercial }: SequenceScorerEntry): ModelIdentity {
  const weights = files.filter((file) => file.name !== tokenizer);
  const hash = createHash('sha256');
  for (const file of weights) hash.update(`${file.name} ${file.sha256}\n`);
  const digest = weights.length === 1 ? (weights[0]?.sha256 ?? '') : hash.digest('hex');
  return { name, digest, dimensions: 1, maxTokens, licence, ...(commercial === undefined ? {} : { commercial }) };
}

import { createHash } from 'node:crypto';
import type { TextKind } from '../../embedder.ts';
import type { ModelStore } from '../../fetch/model-store.ts';
import { InferenceError } from '../../inference-error.ts';
import type { MultiVectorEntry } from '../../manifest/model-entry.ts';
import type { ProjectionHead } from '../../manifest/multi-vector-entry.ts';
import type { ModelIdentity } from '../../model-identity.ts';
import type { EncodedText, MultiVectorEncoder } from '../../multi-vector-encoder.ts';
import type { RunOptions } from '../../run-options.ts';
import { ModelPool } from '../model-pool.ts';
import { identityOf, type OnnxOptions, workerSetup, wrongKind } from '../worker-setup.ts';
import type { MultiVectorItem, MultiVectorSetup } from './multi-vector-task.ts';

export type MultiVectorOptions = OnnxOptions & {
  /** Length of the vectors, where the model has several heads; the length of the first when not given. */
  dimensions?: number;
};

/** What a token is long at most in what the queue measures, which is characters. */
const charactersPerToken = 6;

/**
 * Opens a fetched encoder of many vectors a text in threads of its own. Each text is a run of its own, so that it has the very
 * same vectors alone and among others.
 * Errors: `inference/model-not-here` when it has not been fetched, `unknown-model`, `wrong-kind` (also when it has no head of
 * that length), `noncommercial`, `bad-manifest`, `damaged-model`.
 */
export async function openMultiVectorEncoder(
  store: ModelStore,
  name: string,
  { threads = 1, idleMs, dimensions }: MultiVectorOptions = {},
): Promise<MultiVectorEncoder> {
  const model = store.entry(name);
  if (model.kind !== 'multi-vector-encoder') throw wrongKind(model, 'an encoder of many vectors a text');
  const head = headOf(model, dimensions);
  const { query, passage, maxTokens } = model;
  const more = model.files.filter((file) => file.name !== 'model.onnx' && file.name !== 'tokenizer.json');
  if (head.file !== undefined && !more.some((file) => file.name === head.file)) {
    throw new InferenceError('inference/bad-manifest', `${name}: ${head.file} is none of its files.`);
  }
  const task: MultiVectorSetup = {
    type: 'multi-vector',
    rules: { query, passage, maxTokens },
    head: {
      dimensions: head.dimensions,
      ...(head.output === undefined ? {} : { output: head.output }),
      ...(head.file === undefined ? {} : { path: store.path(name, head.file) }),
    },
    more: more.map((file) => ({ path: store.path(name, file.name), digest: file.sha256 })),
  };
  const sizeOf = ({ kind, text }: MultiVectorItem): number =>
    charactersPerToken * (kind === 'query' ? query.tokens : Math.min(maxTokens, text.length / charactersPerToken));
  const setup = await workerSetup(store, model, task);
  const pool = await ModelPool.start<MultiVectorItem, EncodedText>(setup, { threads, idleMs }, sizeOf);
  return new OnnxMultiVectorEncoder(identity(model, head), pool);
}

class OnnxMultiVectorEncoder implements MultiVectorEncoder {
  readonly model: ModelIdentity;
  readonly #pool: ModelPool<MultiVectorItem, EncodedText>;

  constructor(model: ModelIdentity, pool: ModelPool<MultiVectorItem, EncodedText>) {
    this.model = model;
    this.#pool = pool;
  }

  encodeQuery(texts: readonly string[], options?: RunOptions): Promise<EncodedText[]> {
    return this.#encode('query', texts, options);
  }

  encodePassages(texts: readonly string[], options?: RunOptions): Promise<EncodedText[]> {
    return this.#encode('passage', texts, options);
  }

  #encode(kind: TextKind, texts: readonly string[], options?: RunOptions): Promise<EncodedText[]> {
    return this.#pool.run(
      texts.map((text) => ({ kind, text })),
      options,
    );
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

function headOf({ name, heads }: MultiVectorEntry, dimensions = heads[0]?.dimensions): ProjectionHead {
  const head = heads.find((candidate) => candidate.dimensions === dimensions);
  if (head !== undefined) return head;
  const lengths = heads.map((each) => each.dimensions).join(', ');
  throw new InferenceError('inference/wrong-kind', `${name} gives vectors of ${lengths} numbers, not ${dimensions}.`);
}

/** Other weights, markers, lengths, skipped signs or heads make vectors that must not be compared, so all count. */
function identity(model: MultiVectorEntry, head: ProjectionHead): ModelIdentity {
  const { files, query, passage, maxTokens } = model;
  const digests = files.map(({ name, sha256 }) => [name, sha256] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { marker, tokens, fill, attendFill } = query;
  const parts = [
    digests,
    marker,
    tokens,
    fill,
    attendFill,
    passage.marker,
    passage.skip,
    head.dimensions,
    head.output,
    head.file,
  ];
  const hash = createHash('sha256').update(JSON.stringify([...parts, maxTokens]));
  return { ...identityOf(model, head.dimensions), digest: hash.digest('hex') };
}

import { basename } from 'node:path';
import { type CausalModel, checkSequence } from '../causal-model.ts';
import { fileDigest } from '../fetch/file-digest.ts';
import { InferenceError } from '../inference-error.ts';
import type { ModelIdentity } from '../model-identity.ts';
import type { PromptTokenizer } from '../prompt-tokenizer.ts';
import type { RunOptions } from '../run-options.ts';
import { inTime } from './in-time.ts';
import { type Llama, type LlamaContext, type LlamaModel, type PackageLoader, loadLlama } from './llama-engine.ts';
import { LlamaTokenizer } from './llama-tokenizer.ts';

export type LlamaOptions = {
  /** The GGUF file. */
  path: string;
  /** What the model is called in answers; the name of the file when not given. */
  name?: string;
  /** SPDX identifier of the licence of the weights. */
  licence?: string;
  /** false: that licence forbids every use that earns money. */
  commercial?: false;
  /** Longest sequence in tokens, 4,096 when not given. It is read in one piece, so that memory grows with it. */
  maxTokens?: number;
  /** Cores that a sequence may use, 1 when not given. */
  cores?: number;
  /** Whether a graphics card may be used, if there is one; it is not, when not given. */
  gpu?: boolean;
  /** How the engine is loaded; by its name when not given. */
  load?: PackageLoader;
};

/**
 * Opens a decoder-only model in a GGUF file with node-llama-cpp, if that is installed. The engine gives the state of the last
 * token only: each further position that is asked for costs a pass over the sequence up to it.
 * Errors: `inference/engine-missing`, `model-not-here`, `damaged-model`, `adds-tokens` when the file wants tokens before or
 * behind each text, `wrong-pooling` when it wants another token's state or a mean.
 */
export async function openLlamaModel(options: LlamaOptions): Promise<CausalModel> {
  const { path, name = basename(path), licence, commercial, maxTokens = 4_096, cores = 1, gpu = false } = options;
  const engine = await loadLlama(options.load);
  const digest = await fileDigest(path).catch((cause: unknown) => {
    throw new InferenceError('inference/model-not-here', `${path} cannot be read.`, { cause });
  });
  const llama = await engine.getLlama({
    gpu: gpu ? 'auto' : false,
    build: 'never',
    logLevel: 'error',
    maxThreads: cores,
  });
  try {
    const model = await llama.loadModel({ modelPath: path });
    checkPooling(model, name);
    // A batch that does not hold the whole sequence would have the state of another token read out.
    const context = await model.createEmbeddingContext({
      contextSize: maxTokens + 1,
      batchSize: maxTokens + 1,
      threads: cores,
    });
    checkFrame(model, context, name);
    const identity: ModelIdentity = {
      name,
      digest,
      dimensions: model.embeddingVectorSize,
      maxTokens,
      ...(licence === undefined ? {} : { licence }),
      ...(commercial === undefined ? {} : { commercial }),
    };
    return new LlamaCausalModel(identity, llama, model, context);
  } catch (cause) {
    await llama.dispose();
    if (cause instanceof InferenceError) throw cause;
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new InferenceError('inference/damaged-model', `${path}: ${said}`, { cause });
  }
}

/** By llama.cpp: none, mean, first, last, rank. With none the engine reads out the last one. */
const lastOrNone = new Set<unknown>([undefined, 0, 3]);

function checkPooling({ fileInfo: { metadata } }: LlamaModel, name: string): void {
  const own = metadata[metadata.general?.architecture ?? ''] as { pooling_type?: unknown } | undefined;
  if (lastOrNone.has(own?.pooling_type)) return;
  throw new InferenceError('inference/wrong-pooling', `${name} asks for pooling of type ${String(own?.pooling_type)}.`);
}

function checkFrame(model: LlamaModel, context: LlamaContext, name: string): void {
  const { tokens } = model;
  const flags = [tokens.shouldPrependBosToken && 'a BOS', tokens.shouldAppendEosToken && 'an EOS'].filter(Boolean);
  // Some kinds of vocabulary have a frame whatever the flags say.
  const [token = 0] = model.tokenize('a', true);
  if (flags.length === 0 && context.calculateInputLength([token]) === 1) return;
  throw new InferenceError(
    'inference/adds-tokens',
    `${name} wants ${flags.join(' and ') || 'tokens'} around each text.`,
  );
}

class LlamaCausalModel implements CausalModel {
  readonly model: ModelIdentity;
  readonly tokenizer: PromptTokenizer;
  readonly #llama: Llama;
  readonly #context: LlamaContext;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(model: ModelIdentity, llama: Llama, loaded: LlamaModel, context: LlamaContext) {
    this.model = model;
    this.tokenizer = new LlamaTokenizer(loaded);
    this.#llama = llama;
    this.#context = context;
  }

  async hiddenStates(
    ids: readonly number[],
    positions: readonly number[],
    options: RunOptions = {},
  ): Promise<Float32Array[]> {
    checkSequence(this.model, ids, positions);
    if (this.#closed) throw closedError();
    const work = this.#last.then(() => this.#read(ids, positions, options.signal));
    this.#last = work.catch(() => undefined);
    return inTime(work, options);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#last;
    await this.#llama.dispose();
  }

  /** One after the other: the engine has one context. What was cancelled meanwhile is not begun. */
  async #read(ids: readonly number[], positions: readonly number[], signal?: AbortSignal): Promise<Float32Array[]> {
    const states = new Map<number, Float32Array>();
    for (const position of new Set(positions)) {
      if (this.#closed) throw closedError();
      if (signal?.aborted) throw new InferenceError('inference/cancelled', 'The call was cancelled.');
      states.set(position, await this.#lastState(ids.slice(0, position + 1)));
    }
    return positions.map((position) => states.get(position)?.slice() ?? new Float32Array());
  }

  async #lastState(ids: number[]): Promise<Float32Array> {
    let state: Float32Array;
    try {
      state = Float32Array.from((await this.#context.getEmbeddingFor(ids)).vector);
    } catch (cause) {
      throw new InferenceError('inference/model-failed', cause instanceof Error ? cause.message : String(cause), {
        cause,
      });
    }
    if (state.length === this.model.dimensions && state.every(Number.isFinite)) return state;
    throw new InferenceError('inference/model-failed', `The model gave no vector of ${this.model.dimensions} numbers.`);
  }
}

function closedError(): InferenceError {
  return new InferenceError('inference/closed', 'The model was closed while it was wanted.');
}

import {
  InferenceError,
  type LastTokenEncoder,
  type ModelIdentity,
  type ModelStore,
  openDecoder,
  openListwiseScorer,
  openRerank,
  type PromptTokenizer,
  type RerankServerOptions,
} from '@askg/inference';
import { PairReranker } from '../pair-reranker.ts';
import { openFirst } from '../open-first.ts';
import type { Reranker } from '../reranker.ts';
import type { BlockReader } from './block-reader.ts';
import { fitByEstimate, fitByTokens } from './fit-text.ts';
import { GraphReader } from './graph-reader.ts';
import { JinaRerankerV3 } from './jina-reranker-v3.ts';
import { type ListwiseLimits, usualLimits } from './limits.ts';
import { PrefixReader } from './prefix-reader.ts';
import { readProjector } from './projector.ts';
import { qwen3Specials } from './qwen3-specials.ts';
import { StatesReader } from './states-reader.ts';

/** Ways to run the model; those that are given are tried in this order until one opens. */
export type JinaRerankerSources = {
  /**
   * A model of the models folder: a `listwise-scorer`, or a `causal-model` that names a projector. The store knows what may be
   * used. `maxTokens`: longest prompt, 4,096 tokens when not given, since the memory for attention grows with its square (some
   * 4 GB there, measured with 16 heads of 32-bit floats); passages that do not fit go into the next block.
   */
  local?: { models: ModelStore; name: string; threads?: number; cores?: number; maxTokens?: number };
  /**
   * A model that only gives the state of a prompt's last token, such as one behind a server, and the projector's file.
   * `noncommercial`: the operator says that the use earns no money, as the licence of the weights demands.
   */
  lastToken?: { open: () => Promise<LastTokenEncoder>; projector: string; noncommercial: boolean };
  /** Jina's own rerank route, or one of the same form. */
  hosted?: RerankServerOptions;
  /** Another reranker, which keeps its own name. */
  other?: () => Promise<Reranker>;
};

export type OpenJinaRerankerOptions = JinaRerankerSources & {
  /** Milliseconds on any steady clock. */
  now: () => number;
  limits?: Partial<ListwiseLimits>;
  /** What to heed beside relevance, in words. The reference cannot pass one on; the model was trained with it. */
  instruction?: string;
  /** Passages that are scored for a question; one block of them when not given. */
  depth?: number;
};

const wanted = 'jina-reranker-v3';
const licence = 'CC-BY-NC-4.0';

/** Longest prompt of a model in this process, in tokens. */
const promptTokens = 4096;

/** Passages that Jina's server takes in one call. */
const hostedBatch = 64;

/**
 * Opens jina-reranker-v3 in the first way that works; ways that did not are named in `degraded` of each result.
 * @throws InferenceError of the first way, when none works: `inference/noncommercial` without the operator's word,
 * `model-not-here`, `unknown-model`, `wrong-kind`, `damaged-model`, `unknown-token`, and those of opening a last-token encoder
 */
export function openJinaRerankerV3(options: OpenJinaRerankerOptions): Promise<Reranker> {
  const { local, lastToken, hosted, other } = options;
  const ways = [
    ...(local ? [{ name: local.name, open: () => openLocal(local, options) }] : []),
    ...(lastToken ? [{ name: `${wanted} by prefixes`, open: () => openByPrefixes(lastToken, options) }] : []),
    ...(hosted ? [{ name: hosted.model, open: async () => openHosted(hosted, options) }] : []),
    ...(other ? [{ name: 'another reranker', open: other }] : []),
  ];
  return openFirst(ways, options.now);
}

async function openLocal(
  { models, name, maxTokens = promptTokens, ...more }: NonNullable<JinaRerankerSources['local']>,
  options: OpenJinaRerankerOptions,
): Promise<Reranker> {
  const entry = models.usable(name);
  const run = { ...more, maxTokens };
  if (entry.kind === 'listwise-scorer') {
    const scorer = await openListwiseScorer(models, name, run);
    return listwise(name, scorer, () => new GraphReader(scorer), options);
  }
  if (entry.kind !== 'causal-model' || entry.projector === undefined) {
    throw new InferenceError('inference/wrong-kind', `${name} has no projector, as ${wanted} needs one.`);
  }
  const digest = entry.files.find((file) => file.name === entry.projector)?.sha256;
  if (digest === undefined) {
    throw new InferenceError('inference/bad-manifest', `${name}: ${entry.projector} is none of its files.`);
  }
  const projector = await readProjector(models.path(name, entry.projector), digest);
  const model = await openDecoder(models, name, run);
  return listwise(name, model, () => new StatesReader(model, projector), options);
}

async function openByPrefixes(
  { open, projector: file, noncommercial }: NonNullable<JinaRerankerSources['lastToken']>,
  options: OpenJinaRerankerOptions,
): Promise<Reranker> {
  if (!noncommercial) {
    throw new InferenceError(
      'inference/noncommercial',
      `${wanted} is under ${licence}, which forbids every use that earns money.`,
    );
  }
  const projector = await readProjector(file);
  const encoder = await open();
  const model: ModelIdentity = { ...encoder.model, licence, commercial: false };
  const running = {
    model,
    close: () => encoder.close(),
    ...(encoder.tokenizer ? { tokenizer: encoder.tokenizer } : {}),
  };
  return listwise(`${model.name} by prefixes`, running, () => new PrefixReader(encoder, projector), options);
}

type Running = { model: ModelIdentity; tokenizer?: PromptTokenizer; close(): Promise<void> };

/** A reranker around a model that has been opened; it is closed again when it does not fit. */
async function listwise(
  name: string,
  running: Running,
  makeReader: () => BlockReader,
  { now, limits, instruction, depth }: OpenJinaRerankerOptions,
): Promise<Reranker> {
  const { model, tokenizer } = running;
  const all = { ...usualLimits, ...limits };
  try {
    return new JinaRerankerV3({
      name,
      model,
      reader: makeReader(),
      specials: [...new Set([...qwen3Specials, ...(tokenizer?.specials ?? [])])],
      fit: tokenizer ? fitByTokens(tokenizer) : fitByEstimate,
      limits: all,
      now,
      instruction,
      depth: depth ?? all.block,
    });
  } catch (error) {
    await running.close();
    throw error;
  }
}

/** The server does everything by itself, also what is done here of blocks and markers. */
function openHosted(server: RerankServerOptions, { now, depth = hostedBatch }: OpenJinaRerankerOptions): Reranker {
  return new PairReranker(openRerank(server), now, { batch: hostedBatch, depth: Math.min(depth, hostedBatch) });
}

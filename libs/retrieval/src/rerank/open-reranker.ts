import {
  type Embedder,
  InferenceError,
  lastTokenEncoder,
  type ModelEntry,
  type ModelKind,
  type ModelStore,
  openDecoder,
  openPairScorer,
} from '@askg/inference';
import type { PassageIndex } from '../passage-index.ts';
import { openColbertReranker } from './colbert/open-colbert-reranker.ts';
import { E2RankReranker } from './e2rank/e2rank-reranker.ts';
import { embeddedPassages } from './e2rank/embedded-passages.ts';
import { VectorFeedbackReranker } from './e2rank/vector-feedback-reranker.ts';
import { openJinaRerankerV3 } from './jina-reranker-v3/open-jina-reranker-v3.ts';
import { openMonoT5 } from './monot5/open-mono-t5.ts';
import { openRemoteReranker } from './open-remote-reranker.ts';
import { PairReranker } from './pair-reranker.ts';
import type { Reranker } from './reranker.ts';
import { type RerankerSettings, vectorFeedback } from './reranker-settings.ts';

/** What rerankers are made of. */
export type RerankerParts = {
  models: ModelStore;
  index: PassageIndex;
  /** The embedder of the index, whose vectors of passages a reranker may use. */
  embedder?: Embedder | undefined;
  /** Milliseconds on any steady clock. */
  now: () => number;
  /** Threads that a model runs in, 1 when not given. */
  threads?: number | undefined;
};

type Opener = (entry: ModelEntry, parts: RerankerParts, settings: RerankerSettings) => Promise<Reranker>;

/** One long sequence gains by cores, not by copies of the model. */
const openListwise: Opener = ({ name }, { models, now, threads = 1 }, { depth }) =>
  openJinaRerankerV3({ local: { models, name, cores: threads }, now, ...(depth === undefined ? {} : { depth }) });

/** How the models of each kind become rerankers; kinds that do other work are not among them. */
const openers: Partial<Record<ModelKind, Opener>> = {
  'pair-scorer': async ({ name }, { models, now, threads = 1 }) =>
    new PairReranker(await openPairScorer(models, name, { threads }), now),
  'multi-vector-encoder': ({ name }, { models, index, now, threads }, { depth }) =>
    openColbertReranker(models, name, { now, threads, depth, stored: index }),
  'sequence-to-sequence-scorer': ({ name }, { models, now, threads = 1 }, { depth, weight }) =>
    openMonoT5({ store: models, name, threads, now, depth, weight }),
  'listwise-scorer': openListwise,
  'causal-model': async (entry, parts, settings) => {
    if (entry.kind === 'causal-model' && entry.projector !== undefined) return openListwise(entry, parts, settings);
    const { models, now, threads: cores = 1 } = parts;
    const encoder = lastTokenEncoder(await openDecoder(models, entry.name, { cores }));
    return new E2RankReranker(encoder, now, { depth: settings.depth, weight: settings.weight });
  },
};

/** Whether models of this kind can order passages. */
export function isRerankerKind(kind: ModelKind): boolean {
  return openers[kind] !== undefined;
}

/**
 * Opens the reranker that settings name, by the kind that the manifest gives it, or the one behind their server. Where it cannot
 * be opened nothing takes its place: the order of the search is better than what these models' makers fall back on
 * (docs/decisions/0021).
 * @throws InferenceError `inference/unknown-model`, `noncommercial`, `model-not-here`, `wrong-kind`, `damaged-model`, and
 * those of `openRemoteReranker`
 */
export async function openReranker(settings: RerankerSettings, parts: RerankerParts): Promise<Reranker> {
  const { name, remote } = settings;
  const { models, now } = parts;
  if (remote) return openRemoteReranker(remote, settings, { now, noncommercial: models.noncommercial });
  if (name === vectorFeedback) return openFeedback(parts);
  const entry = models.usable(name);
  const open = openers[entry.kind];
  if (!open) throw new InferenceError('inference/wrong-kind', `${name} is a ${entry.kind}, not a reranker.`);
  return open(entry, parts, settings);
}

function openFeedback({ embedder, now }: RerankerParts): Promise<Reranker> {
  if (embedder) return Promise.resolve(new VectorFeedbackReranker(embedder, embeddedPassages(embedder, now), now));
  return Promise.reject(
    new InferenceError('inference/model-not-here', 'There is no embedder whose vectors could be used.'),
  );
}

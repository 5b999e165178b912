import type { Embedder, ModelIdentity, ModelStore } from '@askg/inference';
import { LateReranker, openReranker, type PassageIndex, type RerankerSettings } from '@askg/retrieval';
import type { Log } from '../problems/log.ts';

export type LateRerankerParts = {
  models: ModelStore;
  passages: PassageIndex;
  /** The embedder, once it is there. */
  embedder: () => Embedder | undefined;
  log: Log;
};

const now = (): number => performance.now();

/** The reranker that is set up, which is opened beside the questions; the log tells of it and of its licence. */
export function lateReranker(settings: RerankerSettings, parts: LateRerankerParts): LateReranker {
  const { models, passages: index, embedder, log } = parts;
  const { name, depth, weight, deadlineMs } = settings;
  return new LateReranker({
    name,
    depth,
    weight,
    deadlineMs,
    now,
    open: () => openReranker(settings, { models, index, embedder: embedder(), now }),
    opened: (reranker) => {
      log({ level: 'info', message: `Orders passages with ${reranker.name}${termsOf(reranker.model)}.` });
    },
    failed: (reason, error) =>
      log({ level: 'error', message: `Passages are ordered without ${name}. ${reason}`, error }),
  });
}

/** The licence of a model, for the log. */
export function termsOf({ licence, commercial }: Partial<ModelIdentity> = {}): string {
  const under = licence === undefined ? '' : `, under ${licence}`;
  return commercial === false ? `${under}, which forbids every use that earns money` : under;
}

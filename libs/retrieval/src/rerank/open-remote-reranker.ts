import {
  InferenceError,
  isOnThisMachine,
  type LastTokenEncoder,
  openLastTokenServer,
  openRerank,
} from '@askg/inference';
import { E2RankReranker } from './e2rank/e2rank-reranker.ts';
import { openJinaRerankerV3 } from './jina-reranker-v3/open-jina-reranker-v3.ts';
import { openLlmPointwise } from './llm-pointwise/open-llm-pointwise.ts';
import { PairReranker } from './pair-reranker.ts';
import type { Reranker } from './reranker.ts';
import type { RemoteReranker, RerankerSettings } from './reranker-settings.ts';

/** Passages given to a server at once: each call costs a way there and back. */
const servedBatch = 64;
const vectorBatch = 16;
/** Milliseconds that the first look at a server may take. */
const probeMs = 30_000;

/** What an opener is given beside the settings of the server. */
type Means = Pick<RerankerSettings, 'depth' | 'weight'> & { now: () => number; noncommercial: boolean };

const openers: Record<RemoteReranker['kind'], (remote: RemoteReranker, means: Means) => Promise<Reranker>> = {
  rerank: ({ server }, { now, depth = servedBatch }) =>
    Promise.resolve(new PairReranker(openRerank(server), now, { batch: servedBatch, depth })),
  llm: ({ server }, { now, depth, weight }) => openLlmPointwise({ server, now, depth, weight, deadlineMs: probeMs }),
  e2rank: async (remote, { now, depth, weight }) =>
    new E2RankReranker(await openLastToken(remote), now, { depth, weight, batch: vectorBatch }),
  jina: (remote, { now, depth, noncommercial }) =>
    openJinaRerankerV3({
      lastToken: { open: () => openLastToken(remote), projector: remote.projector, noncommercial },
      now,
      ...(depth === undefined ? {} : { depth }),
    }),
};

/**
 * Opens a model behind a server. One that has to show what it gives is asked at once; a rerank route is not asked yet.
 * @param noncommercial the use earns no money, as the licence of some models demands
 * @throws InferenceError `inference/offline`, `noncommercial`, and what the server or the look at it fails with
 */
export async function openRemoteReranker(
  remote: RemoteReranker,
  { offline, depth, weight }: RerankerSettings,
  { now, noncommercial }: Pick<Means, 'now' | 'noncommercial'>,
): Promise<Reranker> {
  const { baseUrl } = remote.server;
  if (offline && !isOnThisMachine(baseUrl)) {
    throw new InferenceError('inference/offline', `${new URL(baseUrl).host} is on another machine.`);
  }
  const wish = { ...(depth === undefined ? {} : { depth }), ...(weight === undefined ? {} : { weight }) };
  return openers[remote.kind](remote, { ...wish, now, noncommercial });
}

function openLastToken({ server, dimensions }: RemoteReranker): Promise<LastTokenEncoder> {
  return openLastTokenServer({ ...server, dimensions }, { deadlineMs: probeMs });
}

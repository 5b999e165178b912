import type { Embedder } from '@askg/inference';
import {
  defaultSettings,
  fuseByReciprocalRank,
  MaxSimReranker,
  MeasuredReranker,
  openPassageIndex,
  type OpenSearchSettings,
  type PassageIndex,
  type RankedList,
  type RankedPassage,
  type Reranker,
  type RerankerSettings,
  Retriever,
  type Run,
} from '@askg/retrieval';
import type { Collection } from './collection.ts';

/**
 * Each stage of the retrieval, in its order. The chain is the order that the product gives; the reranker over it is there
 * where one is asked for, or the weights of the cross-encoder are.
 */
export const stages = ['words', 'vectors', 'reciprocal rank', 'min-max', 'MaxSim', 'chain', 'reranker'] as const;
export type Stage = (typeof stages)[number];

/** Documents of a run that are kept for a question. */
const depth = 100;

/** What a question took, in milliseconds by step; `cpu` is the time of all processors, which other programs do not lengthen. */
export type QuestionTimes = Record<string, number>;
/** A reranker that is opened over the index of a collection. */
export type LastStage = {
  open: (index: PassageIndex) => Promise<Reranker>;
  settings?: Pick<RerankerSettings, 'depth' | 'weight'>;
};
export type StageRuns = {
  runs: Map<Stage, Run>;
  times: QuestionTimes[];
  /** What the reranker did, where there was one. */
  reranked?: Pick<MeasuredReranker, 'ms' | 'candidates' | 'unscored' | 'truncated' | 'name' | 'model'>;
};

/** Asks the questions of a collection; the judgements are not looked at. */
export async function stageRuns(
  collection: Collection,
  folder: string,
  { embedder, last, server }: { embedder: Embedder; last?: LastStage; server?: OpenSearchSettings },
): Promise<StageRuns> {
  const there = stages.filter((stage) => stage !== 'reranker' || last);
  const runs = new Map<Stage, Run>(there.map((stage) => [stage, new Map()]));
  const times: QuestionTimes[] = [];
  const index = await openPassageIndex(folder, server);
  const now = (): number => performance.now();
  const reranker = last && new MeasuredReranker(await last.open(index), now, last.settings);
  try {
    const tokens = new MaxSimReranker(index, embedder.model, now, defaultSettings.blend.tokens);
    const rerankers = [tokens, ...(reranker ? [reranker] : [])];
    const retriever = new Retriever({ index, embedder, rerankers });
    for (const { id, text, papers } of collection.questions) {
      const start = performance.now();
      const cpu = process.cpuUsage();
      const filter = papers ? { filter: { papers: new Set(papers) } } : {};
      const { passages, degraded, timings } = await retriever.retrieve(text, { limit: 1000, ...filter });
      // A question of more than two thousand characters is cut, as the product cuts it.
      const missing = degraded.find(
        // What the reranker leaves without a score is counted.
        ({ step, wanted }) => wanted !== 'the whole question' && (step !== 'rerank' || wanted === 'maxsim'),
      );
      if (missing) throw new Error(`${collection.name}, question ${id}: ${missing.wanted}: ${missing.reason}`);
      const { user, system } = process.cpuUsage(cpu);
      times.push({ ...timings, all: performance.now() - start, cpu: (user + system) / 1000 });
      for (const stage of there) runs.get(stage)?.set(id, ofCollection(collection, listOf(stage, passages)));
    }
  } finally {
    await reranker?.close();
    await index.close();
  }
  if (!reranker) return { runs, times };
  const { ms, candidates, unscored, truncated, name, model } = reranker;
  return { runs, times, reranked: { ms, candidates, unscored, truncated, name, model } };
}

/** The order of a stage; its scores fall with the rank, so that the run says the order and nothing else. */
function listOf(stage: Stage, passages: readonly RankedPassage[]): RankedPassage[] {
  const by = (method: string): RankedPassage[] =>
    passages
      .filter(({ methods }) => methods.some(({ name }) => name === method))
      .toSorted((a, b) => rankBy(a, method) - rankBy(b, method));
  if (stage === 'words') return by('bm25');
  if (stage === 'vectors') return by('dense');
  if (stage === 'min-max') return by('fused');
  if (stage === 'MaxSim') return by('maxsim');
  if (stage === 'chain') return by('blend');
  if (stage === 'reranker') return [...passages];
  const byIri = new Map(passages.map((passage) => [passage.iri, passage]));
  const lists = ['bm25', 'dense'].map((method) => ({ list: listed(by(method)) }));
  return fuseByReciprocalRank(lists).flatMap(({ id }) => byIri.get(id) ?? []);
}

function rankBy({ methods }: RankedPassage, method: string): number {
  return methods.find(({ name }) => name === method)?.rank ?? Infinity;
}

function listed(passages: readonly RankedPassage[]): RankedList {
  return passages.map(({ iri }, i) => ({ id: iri, score: -i }));
}

/** A paper stands where its best passage stands. */
function ofCollection({ finds }: Collection, passages: readonly RankedPassage[]): { id: string; score: number }[] {
  const ids = new Set(passages.map(({ paper, iri }) => (finds === 'paper' ? paper : iri)));
  return [...ids].slice(0, depth).map((id, i) => ({ id, score: depth - i }));
}

import type { Degraded } from '@askg/contract';
import type { ModelIdentity } from '@askg/inference';
import type { Passage } from '../passages/passage.ts';
import { unscored } from './partly-reranked.ts';
import type { RerankOptions, RerankQuery, Reranked, Reranker } from './reranker.ts';
import { TimeLeft } from './time-left.ts';

/** A step of the ladder: a reranker, or why it could not be opened. */
export type LadderStep = { name: string; reranker: Reranker } | { name: string; failure: string };

/**
 * Rerankers from the one that is wanted down to the simplest; the first that gives any score has the say. What it fell back from
 * stands in `degraded`, and the scores bear the name of the step that made them.
 */
export class RerankerLadder implements Reranker {
  readonly name: string;
  readonly model: ModelIdentity | undefined;
  readonly depth: number | undefined;
  readonly weight: number | undefined;
  readonly #steps: readonly LadderStep[];
  readonly #now: () => number;

  /** @param now milliseconds on any steady clock */
  constructor(name: string, steps: readonly LadderStep[], now: () => number) {
    const first = steps.flatMap((step) => ('reranker' in step ? step.reranker : []))[0];
    this.name = name;
    this.model = first?.model;
    this.depth = first?.depth;
    this.weight = first?.weight;
    this.#steps = steps;
    this.#now = now;
  }

  async rerank(query: RerankQuery, candidates: readonly Passage[], options: RerankOptions = {}): Promise<Reranked> {
    if (candidates.length === 0) return { scores: [], degraded: [] };
    const time = new TimeLeft(options, this.#now);
    const failed: { name: string; reason: string }[] = [];
    for (const step of this.#steps) {
      if ('failure' in step) {
        failed.push({ name: step.name, reason: step.failure });
        continue;
      }
      const reranked = await step.reranker.rerank(query, candidates, time.options());
      time.checkCancelled();
      if (reranked.scores.some((score) => score !== undefined)) {
        const degraded = [...failed.map(({ name, reason }) => fellBack(name, step.name, reason)), ...reranked.degraded];
        return { ...reranked, degraded, method: reranked.method ?? step.name };
      }
      failed.push({ name: step.name, reason: reranked.degraded.at(-1)?.reason ?? 'It gave no score.' });
      if (time.over) break;
    }
    const reason = failed.map(({ name, reason: why }) => `${name}: ${why}`).join(' ');
    return unscored(this.name, candidates, reason === '' ? 'Nothing is there that could do it.' : reason);
  }

  async close(): Promise<void> {
    for (const step of this.#steps) {
      if ('reranker' in step) await step.reranker.close?.();
    }
  }
}

function fellBack(wanted: string, used: string, reason: string): Degraded {
  return { step: 'rerank', wanted, used, reason };
}

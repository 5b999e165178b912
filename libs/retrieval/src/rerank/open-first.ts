import { reasonOf } from './reason-of.ts';
import { type LadderStep, RerankerLadder } from './reranker-ladder.ts';
import type { Reranker } from './reranker.ts';

/** A way to open a reranker, and what it is called when it cannot be opened. */
export type WayToOpen = { name: string; open: () => Promise<Reranker> };

/**
 * Opens the first of several rerankers that can be opened. The results of one that is not the first say in `degraded` which
 * ways were tried before, and why they failed; its name stays its own.
 * @param now milliseconds on any steady clock
 * @throws what the first one threw, when none can be opened
 */
export async function openFirst(ways: readonly WayToOpen[], now: () => number): Promise<Reranker> {
  const steps: LadderStep[] = [];
  const errors: unknown[] = [];
  for (const { name, open } of ways) {
    try {
      const reranker = await open();
      if (steps.length === 0) return reranker;
      return new RerankerLadder(reranker.name, [...steps, { name: reranker.name, reranker }], now);
    } catch (error) {
      errors.push(error);
      steps.push({ name, failure: reasonOf(error) });
    }
  }
  throw errors[0] ?? new RangeError('No way to open a reranker was given.');
}

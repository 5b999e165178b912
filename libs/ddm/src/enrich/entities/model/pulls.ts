import { type Sums, mayGo, sumPaths, transitionAt, transitionCount } from './chain.ts';
import { labelCount } from './labels.ts';

const n = labelCount;

/** What one sentence asks of the scores: how each emission and each transition should change, and how unlikely its labels are. */
export type Pulls = { emissions: Float64Array; transitions: Float64Array; loss: number };

/**
 * The gradient of the log-likelihood of what is known about the labels (one bit for each label that a word may have): how
 * often each label is expected among the paths that are allowed, less how often among all.
 */
export function pullsOf(scores: Float64Array, transitions: Float32Array, masks: Uint32Array): Pulls {
  const all = sumPaths(scores, transitions);
  const known = sumPaths(scores, transitions, masks);
  const emissions = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at++) {
    const chance = (sums: Sums): number => Math.exp(sums.forward[at]! + sums.backward[at]! - sums.total);
    const pull = chance(known) - chance(all);
    if (Math.abs(pull) > 1e-5) emissions[at] = pull;
  }
  const pulls = new Float64Array(transitionCount);
  for (let i = 0; i < masks.length; i++) {
    for (let from = 0; from < (i === 0 ? 1 : n); from++) {
      for (let to = 0; to < n; to++) {
        const at = transitionAt(i === 0 ? -1 : from, to);
        if (!mayGo(at)) continue;
        const chance = (sums: Sums): number =>
          Math.exp(
            (i === 0 ? 0 : sums.forward[(i - 1) * n + from]!) +
              transitions[at]! +
              scores[i * n + to]! +
              sums.backward[i * n + to]! -
              sums.total,
          );
        const isOpen = ((masks[i]! >>> to) & 1) === 1;
        pulls[at]! += (isOpen ? chance(known) : 0) - chance(all);
      }
    }
  }
  return { emissions, transitions: pulls, loss: all.total - known.total };
}

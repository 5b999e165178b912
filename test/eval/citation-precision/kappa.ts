import type { Judgement } from './judged-claim.ts';

/**
 * Cohen's kappa of two judges over the same things: agreement beyond what their habits alone would give. 1 is perfect, 0 is chance.
 * Source: Cohen, A Coefficient of Agreement for Nominal Scales, 1960.
 * @param pairs what the one and the other said of each thing
 */
export function cohensKappa(pairs: readonly (readonly [Judgement, Judgement])[]): number {
  if (pairs.length === 0) return 0;
  const share = (test: (pair: readonly [Judgement, Judgement]) => boolean): number =>
    pairs.filter(test).length / pairs.length;
  const observed = share(([one, other]) => one === other);
  const labels = [...new Set(pairs.flat())];
  const expected = labels.reduce(
    (sum, label) => sum + share(([one]) => one === label) * share(([, other]) => other === label),
    0,
  );
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}

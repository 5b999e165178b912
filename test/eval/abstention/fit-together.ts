import { createHash } from 'node:crypto';
import { round } from '../../../bench/statistics.ts';
import { fitLogistic, probability } from '../demo/fit-logistic.ts';

/** `group` names the question: its pairs are never on both sides of a fit. */
export type Example = { group: string; isAnswerable: boolean; features: Record<string, number> };

const folds = 10;

export type JointFit = {
  weights: Record<string, number>;
  bias: number;
  /** For each example the probability by a fit to the questions of the other folds. */
  crossed: number[];
};

/** A logistic fit over named features, with what ten-fold cross-validation by question makes of each example. */
export function fitTogether(examples: readonly Example[]): JointFit {
  const names = Object.keys(examples[0]?.features ?? {});
  const rows = examples.map(({ features, isAnswerable }) => ({
    features: names.map((name) => features[name] ?? 0),
    isTrue: isAnswerable,
  }));
  const foldOf = examples.map(({ group }) => createHash('sha256').update(group).digest().readUInt32BE(0) % folds);
  const fits = Array.from({ length: folds }, (_, fold) => fitLogistic(rows.filter((__, i) => foldOf[i] !== fold)));
  const { weights, bias } = fitLogistic(rows);
  return {
    weights: Object.fromEntries(names.map((name, i) => [name, round(weights[i] ?? 0)])),
    bias: round(bias),
    crossed: rows.map(({ features }, i) => {
      const fit = fits[foldOf[i] ?? 0];
      return fit ? probability(features, fit) : 0;
    }),
  };
}

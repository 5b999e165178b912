/** One example: what was seen, and which of the outcomes it was, by position. `weight` is 1 where none is given. */
export type Example = { features: readonly number[]; outcome: number; weight?: number };
/** For each outcome one weight a feature, and a bias. */
export type MultinomialFit = { weights: number[]; bias: number }[];

const rounds = 600;
const rate = 0.5;

/**
 * Multinomial logistic regression by gradient descent over standardised features, with a pull of the weights to zero. The weights
 * are for the features as they were given.
 */
export function fitMultinomial(examples: readonly Example[], outcomes: number, ridge: number): MultinomialFit {
  const size = examples[0]?.features.length ?? 0;
  const whole = examples.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const mean = (i: number, of: (value: number) => number): number =>
    examples.reduce((sum, { features, weight = 1 }) => sum + weight * of(features[i] ?? 0), 0) / whole;
  const means = columns(size, (i) => mean(i, (value) => value));
  const spreads = columns(size, (i) => Math.sqrt(mean(i, (value) => (value - (means[i] ?? 0)) ** 2)) || 1);
  const rows = examples.map(({ features }) =>
    columns(size, (i) => ((features[i] ?? 0) - (means[i] ?? 0)) / (spreads[i] ?? 1)),
  );
  const fit = Array.from({ length: outcomes }, () => ({ weights: columns(size, () => 0), bias: 0 }));
  for (let turn = 0; turn < rounds; turn++) {
    const slopes = fit.map(() => ({ weights: columns(size, () => 0), bias: 0 }));
    for (const [at, row] of rows.entries()) {
      const { outcome, weight = 1 } = examples[at] as Example;
      for (const [k, probability] of probabilities(row, fit).entries()) {
        const error = (weight * (probability - Number(k === outcome))) / whole;
        const slope = slopes[k] as MultinomialFit[number];
        for (const [i, value] of row.entries()) slope.weights[i] = (slope.weights[i] ?? 0) + error * value;
        slope.bias += error;
      }
    }
    for (const [k, each] of fit.entries()) {
      const slope = slopes[k] as MultinomialFit[number];
      each.weights = each.weights.map((weight, i) => weight - rate * ((slope.weights[i] ?? 0) + ridge * weight));
      each.bias -= rate * slope.bias;
    }
  }
  return fit.map(({ weights, bias }) => {
    const scaled = weights.map((weight, i) => weight / (spreads[i] ?? 1));
    return { weights: scaled, bias: bias - scaled.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0) };
  });
}

export function probabilities(features: readonly number[], fit: MultinomialFit): number[] {
  const grown = fit.map(({ weights, bias }) =>
    Math.exp(features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias)),
  );
  const whole = grown.reduce((sum, each) => sum + each, 0);
  return grown.map((each) => each / whole);
}

function columns(size: number, value: (i: number) => number): number[] {
  return Array.from({ length: size }, (_, i) => value(i));
}

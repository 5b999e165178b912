/** One example: what was seen, and whether the outcome was the one asked for. */
export type Example = { features: readonly number[]; isTrue: boolean };
export type LogisticFit = { weights: number[]; bias: number };

const rounds = 4000;
const rate = 0.3;
/** Pull of the weights to zero, which keeps a handful of examples from being learnt by heart. */
const ridge = 0.02;

/** Logistic regression by gradient descent over standardised features. The weights are for the features as they were given. */
export function fitLogistic(examples: readonly Example[]): LogisticFit {
  const size = examples[0]?.features.length ?? 0;
  const means = columns(size, (i) => mean(examples.map(({ features }) => features[i] ?? 0)));
  const spreads = columns(
    size,
    (i) => Math.sqrt(mean(examples.map(({ features }) => ((features[i] ?? 0) - (means[i] ?? 0)) ** 2))) || 1,
  );
  const rows = examples.map(({ features, isTrue }) => ({
    values: columns(size, (i) => ((features[i] ?? 0) - (means[i] ?? 0)) / (spreads[i] ?? 1)),
    target: isTrue ? 1 : 0,
  }));
  let weights = columns(size, () => 0);
  let bias = 0;
  for (let turn = 0; turn < rounds; turn++) {
    const errors = rows.map(({ values, target }) => probability(values, { weights, bias }) - target);
    const slopes = columns(size, (i) => mean(rows.map(({ values }, at) => (values[i] ?? 0) * (errors[at] ?? 0))));
    weights = weights.map((weight, i) => weight - rate * ((slopes[i] ?? 0) + ridge * weight));
    bias -= rate * mean(errors);
  }
  const scaled = weights.map((weight, i) => weight / (spreads[i] ?? 1));
  return { weights: scaled, bias: bias - scaled.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0) };
}

export function probability(features: readonly number[], { weights, bias }: LogisticFit): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias)));
}

/** For each example the probability that a fit to all the others gives it. */
export function leaveOneOut(examples: readonly Example[]): number[] {
  return examples.map(({ features }, i) => probability(features, fitLogistic(examples.toSpliced(i, 1))));
}

function columns(size: number, value: (i: number) => number): number[] {
  return Array.from({ length: size }, (_, i) => value(i));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/**
 * How often each class is met in a kind of place, learnt from what a classifier says of sentences there that nobody
 * labelled: EM for a shift of priors (Saerens, Latinne and Decaestecker 2002, "Adjusting the outputs of a classifier to new
 * a priori probabilities"). A few sentences move the prior little.
 * @param probabilities of each class, for each sentence
 * @param prior of each class where the classifier was trained
 * @returns the logarithm of the new prior over the old one, a class each
 */
export function expectedInPlace(probabilities: readonly (readonly number[])[], prior: readonly number[]): number[] {
  let expected = [...prior];
  for (let round = 0; round < rounds; round++) {
    const sums = prior.map((share) => share * ballast);
    for (const sentence of probabilities) {
      const adjusted = sentence.map((value, k) => (value * (expected[k] ?? 0)) / (prior[k] ?? 1));
      const total = adjusted.reduce((sum, value) => sum + value, 0);
      for (const [k, value] of adjusted.entries()) sums[k]! += value / total;
    }
    expected = sums.map((sum) => sum / (probabilities.length + ballast));
  }
  return expected.map((share, k) => Math.log(share / (prior[k] ?? 1)));
}

const rounds = 50;
/** How many sentences with the old prior stand beside those that were seen. */
const ballast = 20;

/**
 * The probability of "relevant" among the two answers, `1 / (1 + exp(-d))`, from the difference of their logits: the softmax of
 * two. It ties near 0 and 1, where the difference still tells apart.
 */
export function probability(difference: number): number {
  return 1 / (1 + Math.exp(-difference));
}

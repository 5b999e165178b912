/**
 * F1 of words between an answer and what it should have been, as SQuAD and QASPER score: lower case, without punctuation and
 * articles, words counted as often as they stand. Source: Rajpurkar et al., SQuAD, EMNLP 2016; Dasigi et al., NAACL 2021.
 */
export function tokenF1(predicted: string, expected: string): number {
  const own = tokensOf(predicted);
  const wanted = tokensOf(expected);
  const left = new Map<string, number>();
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of own) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    shared++;
  }
  return shared === 0 ? 0 : (2 * shared) / (own.length + wanted.length);
}

/** The best over several answers that are each right. */
export function bestTokenF1(predicted: string, expected: readonly string[]): number {
  return Math.max(0, ...expected.map((answer) => tokenF1(predicted, answer)));
}

/** ASCII punctuation goes without leaving a blank, as in the official scorers. */
function tokensOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll(/[!-/:-@[-`{-~]/g, '');
  return plain
    .replaceAll(/(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu, ' ')
    .split(/\s+/u)
    .filter((token) => token !== '');
}

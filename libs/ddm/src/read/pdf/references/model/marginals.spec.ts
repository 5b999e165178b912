import { describe, expect, it } from '@jest/globals';
import { labels } from './labels.ts';
import { marginalsOf, pairAt } from './marginals.ts';
import { transitionAt, transitionCount } from './tagger.ts';

const n = labels.length;
const scores = Float64Array.from({ length: 2 * n }, (_, i) => ((7 * i) % 11) / 3);
const transitions = Float64Array.from({ length: transitionCount }, (_, i) => ((5 * i) % 13) / 4 - 1);
const joints = [-1, 3];

/** By going through all pairs of labels. */
function counted(): { single: number[]; pairs: number[] } {
  const weights = Array.from({ length: n * n }, (_, at) => {
    const [from, to] = [Math.floor(at / n), at % n];
    return Math.exp(
      scores[from]! +
        transitions[transitionAt(-1, 0, from)]! +
        transitions[transitionAt(3, from, to)]! +
        scores[n + to]!,
    );
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pairs = weights.map((weight) => weight / total);
  const sum = (isIn: (at: number) => boolean): number =>
    pairs.reduce((all, pair, at) => all + (isIn(at) ? pair : 0), 0);
  const first = labels.map((_, label) => sum((at) => Math.floor(at / n) === label));
  const second = labels.map((_, label) => sum((at) => at % n === label));
  return { single: [...first, ...second], pairs };
}

describe('marginalsOf', () => {
  const { single, pairs } = marginalsOf(scores, transitions, joints);
  const expected = counted();

  it('gives the probability of each label at each token', () => {
    for (const [at, value] of expected.single.entries()) expect(single[at]).toBeCloseTo(value, 10);
  });

  it('gives the probability of each pair of labels', () => {
    for (const [at, value] of expected.pairs.entries()) {
      expect(pairs[pairAt(1, Math.floor(at / n), at % n)]).toBeCloseTo(value, 10);
    }
  });

  it('does not underflow over a long chain', () => {
    const length = 400;
    const long = marginalsOf(new Float64Array(length * n).fill(-900), transitions, [
      -1,
      ...Array.from({ length: length - 1 }, () => 2),
    ]);
    const last = long.single.slice(-n).reduce((sum, value) => sum + value, 0);
    expect(last).toBeCloseTo(1, 8);
  });
});

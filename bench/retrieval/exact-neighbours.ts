import { type SyntheticVectors, dimensions } from './synthetic-vectors.ts';

/** For each question the numbers of the texts nearest to it, every one of so many texts compared. */
export function exactNeighbours(
  vectors: SyntheticVectors,
  passages: number,
  questions: readonly Float32Array[],
  count: number,
): ReadonlySet<number>[] {
  const scores = questions.map(() => new Float32Array(passages));
  for (let text = 0; text < passages; text++) {
    const vector = vectors.of(text);
    for (const [i, question] of questions.entries()) (scores[i] as Float32Array)[text] = dot(question, vector);
  }
  return scores.map((all) => {
    const least = all.toSorted().at(-count) ?? -Infinity;
    return new Set([...all.keys()].filter((text) => (all[text] as number) >= least));
  });
}

/** Four sums side by side take a third of the time of one. */
function dot(a: Float32Array, b: Float32Array): number {
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let k = 0; k < dimensions; k += 4) {
    s += (a[k] as number) * (b[k] as number);
    t += (a[k + 1] as number) * (b[k + 1] as number);
    u += (a[k + 2] as number) * (b[k + 2] as number);
    v += (a[k + 3] as number) * (b[k + 3] as number);
  }
  return s + t + u + v;
}

/** What something is, and what it was taken for. */
export type Judged = { expected: string; predicted: string };

/** F1 of one class; 0 where it was neither met nor predicted. */
export function classF1(pairs: readonly Judged[], name: string): number {
  const right = pairs.filter(({ expected, predicted }) => expected === name && predicted === name).length;
  const met = pairs.filter(({ expected }) => expected === name).length;
  const predicted = pairs.filter((pair) => pair.predicted === name).length;
  return met + predicted === 0 ? 0 : (2 * right) / (met + predicted);
}

/** The mean of the F1 of all classes that are met. */
export function macroF1(pairs: readonly Judged[]): number {
  const names = [...new Set(pairs.map(({ expected }) => expected))].toSorted();
  return names.reduce((sum, name) => sum + classF1(pairs, name), 0) / Math.max(1, names.length);
}

/** What was found against what should have been: counts of things. */
export type Overlap = { precision: number; recall: number; f1: number };

/** Two empty sets agree, as in the official scorer of QASPER. */
export function overlap<T>(predicted: ReadonlySet<T>, expected: ReadonlySet<T>): Overlap {
  if (predicted.size === 0 && expected.size === 0) return { precision: 1, recall: 1, f1: 1 };
  const shared = [...predicted].filter((each) => expected.has(each)).length;
  if (shared === 0) return { precision: 0, recall: 0, f1: 0 };
  return {
    precision: shared / predicted.size,
    recall: shared / expected.size,
    f1: (2 * shared) / (predicted.size + expected.size),
  };
}

/** The mean over labels of the F1 of each, a label that was neither given nor due left out. */
export function macroF1(predicted: readonly string[], expected: readonly string[]): number {
  const labels = [...new Set([...predicted, ...expected])];
  const each = labels.map((label) => {
    const given = predicted.filter((own) => own === label).length;
    const due = expected.filter((own) => own === label).length;
    const right = expected.filter((own, i) => own === label && predicted[i] === label).length;
    return (2 * right) / (given + due);
  });
  return each.length === 0 ? 0 : each.reduce((sum, f1) => sum + f1, 0) / each.length;
}
